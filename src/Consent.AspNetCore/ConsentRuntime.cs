using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Consent.AspNetCore;

/// <summary>What all requests share, gathered once, so that a request needs no look-up in the container.</summary>
internal sealed partial class ConsentRuntime(
    PolicySource policies,
    IRegionResolver regions,
    TimeProvider time,
    IOptions<ConsentOptions> options,
    ConsentMetrics metrics,
    ILoggerFactory loggers)
{
    public PolicySource Policies { get; } = policies;

    /// <summary>Whether the resolver may know a region at all.</summary>
    public bool FindsRegions { get; } = regions is not HeaderRegionResolver { FindsNothing: true };

    public TimeProvider Time { get; } = time;

    public SecondsClock Seconds { get; } = new(time);

    public ConsentOptions Options { get; } = options.Value;

    public ConsentMetrics Metrics { get; } = metrics;

    public ILogger CookieLog { get; } = loggers.CreateLogger("Consent.AspNetCore.Cookies");

    public ILogger HtmlLog { get; } = loggers.CreateLogger("Consent.AspNetCore.Html");

    public ILogger HeaderLog { get; } = loggers.CreateLogger("Consent.AspNetCore.Headers");

    public ILogger CspLog { get; } = loggers.CreateLogger("Consent.AspNetCore.Csp");

    /// <summary>Hosts in headers of which it was logged already that they would be held back.</summary>
    public LoggedNames LoggedOfHeaders { get; } = new();

    /// <summary>Undeclared hosts that were logged already, found in pages and headers or told of by browsers.</summary>
    public LoggedNames LoggedHosts { get; } = new();

    /// <summary>What browsers report about the Content-Security-Policy.</summary>
    public CspReports Reports { get; } = new(time);

    /// <summary>Names of leaving cookies that were logged already: each is logged once.</summary>
    public LoggedNames Logged { get; } = new();

    /// <summary>Patterns of entering cookies that were logged already.</summary>
    public LoggedNames LoggedOfRequests { get; } = new();

    /// <summary>Categories of marked tags that were logged already.</summary>
    public LoggedNames LoggedOfTags { get; } = new();

    /// <summary>What was told once already.</summary>
    public Told Told { get; } = new();

    /// <summary>The region of a request. A resolver that fails knows none, and the page still works.</summary>
    public string? FindRegion(HttpContext context)
    {
        try
        {
            return regions.Resolve(context);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            if (Told.First(Told.RegionFailed))
            {
                Log.RegionFailed(CookieLog, e);
            }

            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(40, LogLevel.Error, "The region resolver failed; the region counts as unknown, so that everything optional waits for a yes. This is logged once.", EventName = "RegionResolverFailed")]
        public static partial void RegionFailed(ILogger logger, Exception exception);
    }
}
