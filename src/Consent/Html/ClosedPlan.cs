namespace Consent.Html;

/// <summary>Allows nothing and places nothing: what a gate does that nobody gave a plan.</summary>
internal sealed class ClosedPlan : IHtmlGatePlan
{
    public static readonly ClosedPlan Instance = new();

    public ReadOnlyMemory<byte> HtmlAttributes => default;

    public ReadOnlyMemory<byte> HeadStart => default;

    public ReadOnlyMemory<byte> BodyStart => default;

    public bool PagePlacesBanner => false;

    public bool Judges => false;

    public bool OnlyReports => false;

    public bool Allows(ReadOnlySpan<byte> categoryId) => false;

    public Denial? DenyHost(ReadOnlySpan<byte> host) => default(Denial);

    public Denial? DenyScript(ReadOnlySpan<byte> script) => default(Denial);

    public void Held(in Denial denial, ReadOnlySpan<byte> host)
    {
    }

    public void HeldMark(ReadOnlySpan<byte> mark)
    {
    }
}
