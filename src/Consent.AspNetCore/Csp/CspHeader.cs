using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Consent.AspNetCore;

/// <summary>
/// Adds the second, separate Content-Security-Policy to what browsers run as a page. The site's own header stays as it is:
/// browsers obey every policy they get.
/// </summary>
internal static class CspHeader
{
    /// <summary>The name of the reporting endpoint, unlikely to be one of the site's own.</summary>
    public const string Endpoint = "pc-csp";

    /// <summary>What <c>MapConsent</c> maps beneath the base path to take the reports.</summary>
    public const string ReportsPath = "/reports";

    public static CspMode ModeOf(ConsentPolicy policy) =>
        policy is { Csp: CspMode.Enforce, Enforcement: EnforcementMode.Report } ? CspMode.ReportOnly : policy.Csp;

    public static void Apply(ConsentFeature feature)
    {
        CspMode mode = ModeOf(feature.Policy);
        HttpResponse response = feature.Context.Response;
        if (mode == CspMode.Off || !RunningContent.Is(response))
        {
            return;
        }

        HttpRequest request = feature.Context.Request;
        string reports = Escape(feature.PathBase.ToUriComponent()) + feature.Policy.BasePath + ReportsPath;
        string text = feature.InForce.Csp.Get(feature.Policy, feature.Decided.Allowed, request.IsHttps, reports);
        IHeaderDictionary headers = response.Headers;
        headers.Append(mode == CspMode.Enforce ? HeaderNames.ContentSecurityPolicy : HeaderNames.ContentSecurityPolicyReportOnly, text);
        if (request.IsHttps)
        {
            headers.Append("Reporting-Endpoints", $"{Endpoint}=\"{reports}\"");
        }

        SharedCaches.KeepOut(headers);      // gated pages are marked already
    }

    // What ends a directive or a policy may stand in a path.
    private static string Escape(string pathBase) =>
        pathBase.Replace(";", "%3B", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
