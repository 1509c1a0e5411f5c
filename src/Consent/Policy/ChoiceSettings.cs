namespace Consent;

/// <summary>How long a choice holds, when the visitor is asked again, and how its cookie is set.</summary>
public sealed record ChoiceSettings
{
    /// <summary>The longest lifetime that browsers keep a cookie for (RFC 6265bis §5.5).</summary>
    public static readonly TimeSpan MaxLifetime = TimeSpan.FromDays(400);

    /// <summary>How long a grant stands.</summary>
    /// <value>Above zero, up to 400 days. Default 180 days.</value>
    public TimeSpan Lifetime
    {
        get;
        init
        {
            field = value;
            LifetimeSeconds = (uint)value.TotalSeconds;
        }
    } = TimeSpan.FromDays(180);

    /// <summary>How long after a refusal the visitor may be asked again where the regime is opt-in.</summary>
    /// <value>Zero to 400 days. Default 180 days (CNIL 2020-092 §39; Garante: at least six months).</value>
    public TimeSpan AskAgainOptIn
    {
        get;
        init
        {
            field = value;
            AskAgainOptInSeconds = (uint)value.TotalSeconds;
        }
    } = TimeSpan.FromDays(180);

    /// <summary>How long after a refusal the visitor may be asked again where the regime is opt-out or notice.</summary>
    /// <value>Zero to 400 days. Default 365 days (Cal. Civ. Code §1798.135(c)(4)).</value>
    public TimeSpan AskAgainOptOut
    {
        get;
        init
        {
            field = value;
            AskAgainOptOutSeconds = (uint)value.TotalSeconds;
        }
    } = TimeSpan.FromDays(365);

    /// <summary>The choice cookie's name without a prefix, or <see langword="null"/> for <c>privacy</c>.</summary>
    public string? CookieName { get; init; }

    /// <summary>The domain that the choice is shared on, or <see langword="null"/> for this host alone.</summary>
    public string? CookieDomain { get; init; }

    /// <summary>Raise it to ask every visitor again; refusals stay.</summary>
    /// <value>1 or more. Default 1.</value>
    public int Epoch { get; init; } = 1;

    // In the unit that answers are dated in, computed once: every request needs them.
    internal uint LifetimeSeconds { get; private init; } = 180 * SecondsADay;

    private uint AskAgainOptInSeconds { get; init; } = 180 * SecondsADay;

    private uint AskAgainOptOutSeconds { get; init; } = 365 * SecondsADay;

    private const uint SecondsADay = 24 * 60 * 60;

    internal uint AskAgainSeconds(Regime regime) => regime == Regime.OptIn ? AskAgainOptInSeconds : AskAgainOptOutSeconds;
}
