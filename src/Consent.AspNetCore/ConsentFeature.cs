using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Consent.AspNetCore;

/// <summary>One request's decision, made when it is first asked for. One object serves all the features of the request.</summary>
internal sealed partial class ConsentFeature : IConsentFeature
{
    private readonly HttpContext _context;
    private ConsentDecision _decision;
    private SpeculativeLoad _load;
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
            EnsureDecided();
            return _load.IsSpeculative;
        }
    }

    public ConsentDecision Decision
    {
        get
        {
            EnsureDecided();
            return _decision;
        }
    }

    public ConsentChoice Choice
    {
        get
        {
            if (_answer is not null)
            {
                return _answer.Value;
            }

            ConsentChoice choice = default;
            ReadChoice(ref choice);
            return choice;
        }
    }

    /// <summary>The decision, without a copy.</summary>
    public ref readonly ConsentDecision Decided
    {
        get
        {
            EnsureDecided();
            return ref _decision;
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
        EnsureDecided();
        _answer = new(choice);
        _decision = ConsentDecision.Decide(Policy, _decision.Signals, choice, _decision.Region, Now());
        Runtime.Metrics.Chosen(answer);
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
        PrivacySignals signals = new(ReadGpc(headers["Sec-GPC"]), ReadDnt(headers["DNT"]));
        if (headers.TryGetValue("Sec-Purpose", out StringValues purpose))
        {
            _load = SpeculativeLoad.Read(purpose);
        }

        ConsentChoice choice = default;
        ReadChoice(ref choice);
        string? region = _load.HidesAddress ? null : Runtime.Regions.Resolve(_context);
        _decision = ConsentDecision.Decide(Policy, signals, choice, region, Now());
        _isDecided = true;
    }

    private void ReadChoice(ref ConsentChoice choice)
    {
        StringValues lines = _context.Request.Headers.Cookie;
        if (lines.Count > 0)
        {
            string name = InForce.CookieName(_context.Request.IsHttps);
            foreach (string? line in lines)
            {
                ChoiceCookie.ReadHeader(line, name, Policy, ref choice);
            }
        }
    }

    private static bool ReadGpc(StringValues lines)
    {
        foreach (string? line in lines)
        {
            if (PrivacySignals.IsGpcOn(line))
            {
                return true;
            }
        }

        return false;
    }

    private static bool? ReadDnt(StringValues lines)
    {
        bool? dnt = null;
        foreach (string? line in lines)
        {
            bool? said = PrivacySignals.ReadDnt(line);
            dnt = dnt is true || said is true ? true : dnt ?? said;
        }

        return dnt;
    }
}
