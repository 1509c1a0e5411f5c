using System.Text;
using Consent.Html;

namespace Consent.Tests.Html;

/// <summary>A plan that allows what a test names.</summary>
internal sealed class TestPlan(params string[] allowed) : IHtmlGatePlan
{
    private readonly byte[][] _allowed = [.. allowed.Select(Encoding.UTF8.GetBytes)];

    public string Attributes { init => HtmlAttributes = Encoding.UTF8.GetBytes(value); }

    public string Head { init => HeadStart = Encoding.UTF8.GetBytes(value); }

    public string Body { init => BodyStart = Encoding.UTF8.GetBytes(value); }

    public ReadOnlyMemory<byte> HtmlAttributes { get; private init; }

    public ReadOnlyMemory<byte> HeadStart { get; private init; }

    public ReadOnlyMemory<byte> BodyStart { get; private init; }

    public bool PagePlacesBanner { get; init; }

    public bool Allows(ReadOnlySpan<byte> categoryId)
    {
        foreach (byte[] id in _allowed)
        {
            if (categoryId.SequenceEqual(id))
            {
                return true;
            }
        }

        return false;
    }
}
