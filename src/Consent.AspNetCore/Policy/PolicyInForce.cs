using System.Runtime.CompilerServices;

namespace Consent.AspNetCore;

/// <summary>A policy, with what every request needs and that follows from it alone, worked out once.</summary>
internal sealed class PolicyInForce
{
    private const string DefaultName = "privacy";
    private readonly StrongBox<ConsentDecision>?[] _unanswered = new StrongBox<ConsentDecision>?[6];
    private readonly string _secureName;
    private readonly string _plainName;
    private readonly string _secureAttributes;
    private readonly string _plainAttributes;

    /// <param name="policy">The policy.</param>
    /// <param name="basePath">Where the endpoints are; a policy that is loaded later can't move them.</param>
    public PolicyInForce(ConsentPolicy policy, string basePath)
    {
        Policy = policy;
        BasePath = basePath;
        string? domain = policy.Choice.CookieDomain;
        _plainName = policy.Choice.CookieName ?? DefaultName;
        _secureName = (domain is null ? "__Host-" : "__Secure-") + _plainName;

        // Refusals outlive grants, so the cookie lives as long as browsers let it; grants lapse by their own time.
        string common = $"; max-age={(long)ChoiceSettings.MaxLifetime.TotalSeconds}; path=/; samesite=lax";
        _plainAttributes = domain is null ? common : $"; domain={domain}{common}";
        _secureAttributes = _plainAttributes + "; secure";
    }

    public ConsentPolicy Policy { get; }

    public string BasePath { get; }

    /// <summary>Decisions made under this policy for visitors who are here right now.</summary>
    public RecentDecisions Recent { get; } = new();

    /// <summary>What the HTML gate places in pages under this policy.</summary>
    public PagePartsCache Pages { get; } = new();

    /// <summary>The texts of the Content-Security-Policy under this policy.</summary>
    public CspCache Csp { get; } = new();

    /// <summary>The choice cookie's full name. On http no prefix is possible: both ask for Secure (RFC 6265bis §4.1.3).</summary>
    public string CookieName(bool isHttps) => isHttps ? _secureName : _plainName;

    /// <summary>The decision where nobody answered and the region isn't known. It is one of six, so each is made once.</summary>
    public StrongBox<ConsentDecision> Unanswered(PrivacySignals signals)
    {
        ref StrongBox<ConsentDecision>? decision = ref _unanswered[(signals.Gpc ? 3 : 0) + (signals.Dnt switch { null => 0, false => 1, true => 2 })];
        return decision ??= new(ConsentDecision.Decide(Policy, signals, default, region: null, default));
    }

    /// <summary>Whether a cookie is the choice cookie, on https or on http.</summary>
    public bool IsChoiceCookie(ReadOnlySpan<char> name) => name.SequenceEqual(_secureName) || name.SequenceEqual(_plainName);

    /// <summary>The <c>Set-Cookie</c> value that keeps a choice. Script may read it; only the server writes it.</summary>
    public string SetCookie(in ConsentChoice choice, bool isHttps) => string.Concat(
        CookieName(isHttps), "=", ChoiceCookie.Format(choice, Policy), isHttps ? _secureAttributes : _plainAttributes);
}
