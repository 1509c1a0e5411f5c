using Consent.Html;

namespace Consent.Benchmarks.Html;

/// <summary>Analytics is allowed, marketing is not; the banner is placed.</summary>
internal sealed class BenchmarkPlan : IHtmlGatePlan
{
    private readonly ConsentPolicy _policy = ConsentPolicy.Default;

    public ReadOnlyMemory<byte> HtmlAttributes { get; } = " data-pc-prompt=\"Ask\""u8.ToArray();

    public ReadOnlyMemory<byte> HeadStart { get; } = new byte[600].AsSpan().ToArray();

    public ReadOnlyMemory<byte> BodyStart { get; } = new byte[2000].AsSpan().ToArray();

    public bool PagePlacesBanner => false;

    public bool Allows(ReadOnlySpan<byte> categoryId) => categoryId.SequenceEqual("analytics"u8);

    public bool Judges { get; init; } = true;

    public bool OnlyReports => false;

    public Denial? DenyHost(ReadOnlySpan<byte> host) =>
        _policy.FindHost(host) is { Category: { Required: false } category } known && category.Id != "analytics"
            ? new Denial(known.Service, category)
            : null;

    public Denial? DenyScript(ReadOnlySpan<byte> script)
    {
        int position = 0;
        while (_policy.FindScript(script, ref position) is { } known)
        {
            if (known.Category is { Required: false } category && category.Id != "analytics")
            {
                return new Denial(known.Service, category);
            }
        }

        return null;
    }

    public void Held(in Denial denial, ReadOnlySpan<byte> host)
    {
    }

    public void HeldMark(ReadOnlySpan<byte> mark)
    {
    }
}
