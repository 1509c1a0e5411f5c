using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;

namespace Consent.AspNetCore;

/// <summary>One request's decision, made when it is first asked for. One object serves all the features of the request.</summary>
internal sealed partial class ConsentFeature : IConsentFeature
{
    private readonly HttpContext _context;
    private ConsentDecision _decision;
    private StrongBox<ConsentDecision>? _shared;
    private SpeculativeLoad _load;
    private bool _isLoadRead;
    private bool _isDecided;
    private StrongBox<ConsentChoice>? _answer;

    public ConsentFeature(HttpContext context, ConsentRuntime runtime)
    {
        _context = context;
        Runtime = runtime;
        InForce = runtime.Policies.Current;
    }

    public HttpContext Context => _context;

    public ConsentRuntime Runtime { get; }

    public PolicyInForce InForce { get; }

    public ConsentPolicy Policy => InForce.Policy;

    public bool PagePlacesBanner { get; set; }

    /// <summary>Whether UseConsent has seen this request.</summary>
    public bool IsGated { get; set; }

    /// <summary>The output cache outside the gate, if there is one.</summary>
    public IOutputCacheFeature? OuterCache { get; set; }

    /// <summary>Whether the response is a page for everyone, by the decision of nobody in particular.</summary>
    public bool IsShell { get; private set; }

    /// <summary>Whether the body passes the HTML gate right now.</summary>
    public bool IsBodyGated { get; set; }

    /// <summary>Whether the response is a page of this library's own, complete as it is.</summary>
    public bool IsOwnPage { get; set; }

    /// <summary>The path base at the place of UseConsent. What set it takes it back before the response may leave.</summary>
    public PathString PathBase
    {
        get => IsGated ? field : _context.Request.PathBase;
        set;
    }

    /// <summary>The <c>Cookie</c> lines as they came, if the request gate took something out of them.</summary>
    public StringValues CookiesBefore { get; set; }

    /// <summary>Whether the visitor answered within this request.</summary>
    public bool HasAnswer => _answer is not null;

    public bool IsSpeculative
    {
        get
        {
            ReadLoad();
            return _load.IsSpeculative;
        }
    }

    public ConsentDecision Decision => Decided;

    public ConsentChoice Choice
    {
        get
        {
            if (_answer is not null)
            {
                return _answer.Value;
            }

            ConsentChoice choice = default;
            ReadChoice(_context.Request.Headers.Cookie, ref choice);
            return choice;
        }
    }

    /// <summary>The decision, without a copy.</summary>
    public ref readonly ConsentDecision Decided
    {
        get
        {
            EnsureDecided();
            return ref _shared is null ? ref _decision : ref _shared.Value;
        }
    }

    public void GrantAll() => Choose(Choice.GrantAll(Policy, Now()), "accept");

    public void RefuseAll() => Choose(ConsentChoice.RefuseAll(Policy, Now()), "refuse");

    public void Answer(string category, bool granted)
    {
        Category answered = Policy.GetCategory(category);
        Choose(Choice.With(Policy, answered, granted, Decision.Signals, Now()), "choose");
    }

    /// <summary>Takes an answer: a new decision is made, and the choice cookie leaves with the response if that hasn't started.</summary>
    public void Choose(in ConsentChoice choice, string answer)
    {
        ref readonly ConsentDecision before = ref Decided;
        _answer = new(choice);
        _decision = ConsentDecision.Decide(Policy, before.Signals, choice, before.Region, Now());
        _shared = null;
        Runtime.Metrics.Chosen(answer);
    }

    /// <summary>
    /// From here on the response is made for a visitor of whom nothing is known, if the site's pages are shells. It is called
    /// when a page is about to leave; a page that answers a choice is made for its visitor.
    /// </summary>
    public bool TryBecomeShell()
    {
        if (!Runtime.Options.Shell || HasAnswer || Policy.Csp != CspMode.Off)
        {
            return false;
        }

        _decision = ConsentDecision.Decide(Policy, default, default, region: null, Now());
        _isDecided = true;
        IsShell = true;
        return true;
    }

    public DateTimeOffset Now() => Runtime.Time.GetUtcNow();

    private void EnsureDecided()
    {
        if (!_isDecided)
        {
            Decide();
        }
    }

    private void Decide()
    {
        IHeaderDictionary headers = _context.Request.Headers;
        PrivacySignals signals = ReadSignals(headers);
        string? region = FindRegion();
        StringValues cookies = headers.Cookie;
        if (cookies.Count == 0 && region is null)
        {
            _shared = InForce.Unanswered(signals);
        }
        else
        {
            DecideByChoice(cookies, signals, region);
        }

        _isDecided = true;
    }

    private void DecideByChoice(StringValues cookies, PrivacySignals signals, string? region)
    {
        string name = InForce.CookieName(_context.Request.IsHttps);
        if (cookies.Count != 1 || !ChoiceCookie.TryFindOnly(cookies[0], name, out ReadOnlySpan<char> cookie))
        {
            DecideByHeader(cookies, signals, region);
            return;
        }

        uint now = Runtime.Seconds.Now();
        _shared = InForce.Recent.Find(cookie, signals, region, now);
        if (_shared is null)
        {
            DecideByCookie(cookie, signals, region, now);
        }
    }

    // These two stand apart, so that nobody else clears the space that a choice takes.
    private void DecideByCookie(ReadOnlySpan<char> cookie, PrivacySignals signals, string? region, uint now)
    {
        ConsentChoice choice = ChoiceCookie.Parse(cookie, Policy);
        _decision = ConsentDecision.Decide(Policy, signals, choice, region, DateTimeOffset.FromUnixTimeSeconds(now));
        if (!choice.IsUnreadable)
        {
            InForce.Recent.Keep(cookie, _decision, region, now, ConsentChoice.NextChange(choice, Policy, now));
        }
    }

    private void DecideByHeader(StringValues cookies, PrivacySignals signals, string? region)
    {
        ConsentChoice choice = default;
        ReadChoice(cookies, ref choice);
        if (!choice.IsPresent && region is null)
        {
            _shared = InForce.Unanswered(signals);
        }
        else
        {
            // Time matters to answers alone.
            _decision = ConsentDecision.Decide(Policy, signals, choice, region, choice.IsPresent ? Now() : default);
        }
    }

    private string? FindRegion()
    {
        if (!Runtime.FindsRegions)
        {
            return null;
        }

        ReadLoad();
        return _load.HidesAddress ? null : Runtime.FindRegion(_context);
    }

    private void ReadLoad()
    {
        if (!_isLoadRead)
        {
            _isLoadRead = true;
            if (_context.Request.Headers.TryGetValue("Sec-Purpose", out StringValues purpose))
            {
                _load = SpeculativeLoad.Read(purpose);
            }
        }
    }

    private void ReadChoice(StringValues lines, ref ConsentChoice choice)
    {
        string name = InForce.CookieName(_context.Request.IsHttps);
        for (int i = 0; i < lines.Count; i++)
        {
            ChoiceCookie.ReadHeader(lines[i], name, Policy, ref choice);
        }
    }

    private static PrivacySignals ReadSignals(IHeaderDictionary headers)
    {
        PrivacySignals signals = default;
        if (headers.TryGetValue("Sec-GPC", out StringValues gpc))
        {
            foreach (string? line in gpc)
            {
                signals = signals.Or(new(PrivacySignals.IsGpcOn(line), Dnt: null));
            }
        }

        if (headers.TryGetValue("DNT", out StringValues dnt))
        {
            foreach (string? line in dnt)
            {
                signals = signals.Or(new(Gpc: false, PrivacySignals.ReadDnt(line)));
            }
        }

        return signals;
    }
}
