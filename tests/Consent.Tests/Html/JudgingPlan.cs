using Consent.Html;

namespace Consent.Tests.Html;

/// <summary>Denies one host and one script, and keeps nothing, so that allocations can be counted.</summary>
internal sealed class JudgingPlan : IHtmlGatePlan
{
    public ReadOnlyMemory<byte> HtmlAttributes => default;

    public ReadOnlyMemory<byte> HeadStart => default;

    public ReadOnlyMemory<byte> BodyStart => default;

    public bool PagePlacesBanner => false;

    public bool Judges => true;

    public bool OnlyReports => false;

    public bool Allows(ReadOnlySpan<byte> categoryId) => false;

    public Denial? DenyHost(ReadOnlySpan<byte> host) => host.EndsWith("t.example"u8) ? default(Denial) : null;

    public Denial? DenyScript(ReadOnlySpan<byte> script) => script.IndexOf("trackq("u8) >= 0 ? default(Denial) : null;

    public void Held(in Denial denial, ReadOnlySpan<byte> host)
    {
    }

    public void HeldMark(ReadOnlySpan<byte> mark)
    {
    }
}
