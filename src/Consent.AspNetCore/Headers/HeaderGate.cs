using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Consent.AspNetCore;

/// <summary>
/// Takes out of the response's headers, right before they leave, what would make the browser load from or connect to a
/// denied host. Everything else in them stays as it is, byte for byte.
/// </summary>
internal static class HeaderGate
{
    private delegate string? Filter(string line, HeaderHosts hosts);

    private static readonly (string Name, Filter Filter)[] s_headers =
    [
        ("Link", LinkHeader.Filter),
        ("Refresh", RefreshHeader.Filter),
        ("Content-Security-Policy", ReportUri.Filter),
        ("Content-Security-Policy-Report-Only", ReportUri.Filter),
        ("Speculation-Rules", static (line, hosts) => StructuredMembers.Filter(line, brackets: false, m => hosts.Passes(StructuredMembers.StringOf(m)))),
        ("Reporting-Endpoints", static (line, hosts) => StructuredMembers.Filter(line, brackets: false, m => hosts.Passes(StructuredMembers.StringOf(m)))),
        ("SourceMap", FilterUrl),
        ("X-SourceMap", FilterUrl),
    ];

    public static void Apply(ConsentFeature feature)
    {
        IHeaderDictionary headers = feature.Context.Response.Headers;
        if (headers.Count <= 3 && headers.Count == CountHarmless(headers))
        {
            return;
        }

        HeaderHosts? hosts = null;
        foreach ((string name, Filter filter) in s_headers)
        {
            if (headers.TryGetValue(name, out StringValues lines) && lines.Count > 0)
            {
                hosts ??= new(feature);
                hosts.Header = name;
                Apply(headers, name, lines, filter, hosts);
            }
        }

        ReportTo.Apply(headers, feature, ref hosts);
        if (hosts is { DependsOnVisitor: true } && !feature.IsShell)
        {
            SharedCaches.KeepOut(headers);
        }
    }

    // What an answer without a page mostly has, and nothing else: saves the look-ups.
    private static int CountHarmless(IHeaderDictionary headers) =>
        (headers.ContentType.Count > 0 ? 1 : 0) + (headers.ContentLength is not null ? 1 : 0) + (headers.SetCookie.Count > 0 ? 1 : 0);

    private static void Apply(IHeaderDictionary headers, string name, StringValues lines, Filter filter, HeaderHosts hosts)
    {
        string?[]? kept = null;
        for (int i = 0; i < lines.Count; i++)
        {
            string line = lines[i] ?? "";
            string? filtered = filter(line, hosts);
            if (!ReferenceEquals(filtered, line))
            {
                kept ??= lines.ToArray();
                kept[i] = filtered;
            }
        }

        if (kept is not null)
        {
            headers[name] = Array.FindAll(kept, static line => line is not null);
        }
    }

    private static string? FilterUrl(string line, HeaderHosts hosts) => hosts.Passes(line) ? line : null;
}
