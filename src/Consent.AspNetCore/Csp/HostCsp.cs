using System.Text;

namespace Consent.AspNetCore;

/// <summary>
/// Writes the Content-Security-Policy of a decision. It speaks of hosts only: all that isn't one (inline code, eval,
/// <c>data:</c>, <c>blob:</c>) is allowed, so that beside the site's own policy, with which browsers intersect it, it
/// changes nothing else. It has no nonce and no hash, either of which would take the force from 'unsafe-inline'.
/// </summary>
internal static class HostCsp
{
    /// <summary>
    /// Where a directive of its own for each kind of content would repeat the hosts to more than this, default-src speaks for
    /// all of them: proxies often take no more than 4 KB of headers.
    /// </summary>
    private const int LongestGrouped = 1024;

    private const string Local = "'self' data: blob:";
    private const string Media = "'self' data: blob: filesystem: mediastream:";
    private const string Code = "'self' 'unsafe-inline' 'unsafe-eval' 'wasm-unsafe-eval' data: blob:";
    private const string Styles = "'self' 'unsafe-inline' data: blob:";
    private const string All = "'self' 'unsafe-inline' 'unsafe-eval' 'wasm-unsafe-eval' data: blob: filesystem: mediastream:";

    private static readonly (string Directive, string Sources)[] s_grouped =
    [
        ("script-src", Code), ("style-src", Styles), ("img-src", Media), ("font-src", Local), ("media-src", Media),
        ("frame-src", Local + " filesystem:"), ("worker-src", Local), ("manifest-src", Local), ("object-src", Local),
    ];

    /// <summary>Writes the policy.</summary>
    /// <param name="policy">The site's policy.</param>
    /// <param name="allowed">The categories that are allowed.</param>
    /// <param name="isHttps">Whether the page is on https: only there browsers report by <c>report-to</c>.</param>
    /// <param name="reports">Where browsers send reports: a path.</param>
    public static string Write(ConsentPolicy policy, CategorySet allowed, bool isHttps, string reports)
    {
        List<string> sources = AllowedHosts.Of(policy, allowed);
        string hosts = string.Concat(sources.Select(static s => " " + s));

        // A source without a scheme stands for http and https, never for WebSocket; ws stands for wss too (CSP3 §6.7.2.8).
        string sockets = string.Concat(sources.Select(s => isHttps ? " wss://" + s : " ws://" + s));
        StringBuilder text = new();
        bool isGrouped = hosts.Length * s_grouped.Length <= LongestGrouped;
        if (isGrouped)
        {
            foreach ((string directive, string own) in s_grouped)
            {
                text.Append(directive).Append(' ').Append(own).Append(hosts).Append("; ");
            }

            text.Append("connect-src ").Append(Local).Append(hosts).Append(sockets).Append("; ");
        }

        // form-action has nothing to fall back on, and resource hints obey default-src alone (CSP3 §6.7.1).
        text.Append("form-action ").Append(Local).Append(" mailto:").Append(hosts)
            .Append("; default-src ").Append(All).Append(hosts).Append(isGrouped ? "" : sockets)
            .Append("; report-uri ").Append(reports);
        return isHttps ? text.Append("; report-to ").Append(CspHeader.Endpoint).ToString() : text.ToString();
    }
}
