using Consent.Html;

namespace Consent.Benchmarks.Html;

/// <summary>Analytics is allowed, marketing is not; the banner is placed.</summary>
internal sealed class BenchmarkPlan : IHtmlGatePlan
{
    public ReadOnlyMemory<byte> HtmlAttributes { get; } = " data-pc-prompt=\"Ask\""u8.ToArray();

    public ReadOnlyMemory<byte> HeadStart { get; } = new byte[600].AsSpan().ToArray();

    public ReadOnlyMemory<byte> BodyStart { get; } = new byte[2000].AsSpan().ToArray();

    public bool PagePlacesBanner => false;

    public bool Allows(ReadOnlySpan<byte> categoryId) => categoryId.SequenceEqual("analytics"u8);
}
