using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Consent.AspNetCore;

/// <summary>What all requests share, gathered once, so that a request needs no look-up in the container.</summary>
internal sealed class ConsentRuntime(
    PolicySource policies,
    IRegionResolver regions,
    TimeProvider time,
    IOptions<ConsentOptions> options,
    ConsentMetrics metrics,
    ILoggerFactory loggers)
{
    public PolicySource Policies { get; } = policies;

    public IRegionResolver Regions { get; } = regions;

    public TimeProvider Time { get; } = time;

    public ConsentOptions Options { get; } = options.Value;

    public ConsentMetrics Metrics { get; } = metrics;

    public ILogger CookieLog { get; } = loggers.CreateLogger("Consent.AspNetCore.Cookies");

    public ILogger HtmlLog { get; } = loggers.CreateLogger("Consent.AspNetCore.Html");

    /// <summary>Names of leaving cookies that were logged already: each is logged once.</summary>
    public LoggedNames Logged { get; } = new();

    /// <summary>Patterns of entering cookies that were logged already.</summary>
    public LoggedNames LoggedOfRequests { get; } = new();

    /// <summary>What was told once already.</summary>
    public Told Told { get; } = new();
}
