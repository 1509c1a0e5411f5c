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

    public ConsentPolicy? Policy { get; init; }

    public bool IsStrict { get; init; }

    public bool Judges => Policy is not null;

    public bool OnlyReports { get; init; }

    public List<string> Holds { get; } = [];

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

    public Denial? DenyHost(ReadOnlySpan<byte> host) =>
        host.IsEmpty ? new Denial(null, null)
        : Policy!.FindHost(host) is { Category: { } category } known
            ? category.Required || Allows(Encoding.UTF8.GetBytes(category.Id)) ? null : new Denial(known.Service, category)
        : IsStrict ? new Denial(null, null) : null;

    public Denial? DenyScript(ReadOnlySpan<byte> script)
    {
        int position = 0;
        while (Policy!.FindScript(script, ref position) is { } known)
        {
            if (known.Category is { Required: false } category && !Allows(Encoding.UTF8.GetBytes(category.Id)))
            {
                return new Denial(known.Service, category);
            }
        }

        return null;
    }

    public void Held(in Denial denial, ReadOnlySpan<byte> host) =>
        Holds.Add($"{denial.Service?.Id ?? "undeclared"} {Encoding.UTF8.GetString(host)}");

    public void HeldMark(ReadOnlySpan<byte> mark)
    {
        if (Judges)     // other tests count allocations
        {
            Holds.Add($"mark {Encoding.UTF8.GetString(mark)}");
        }
    }
}
