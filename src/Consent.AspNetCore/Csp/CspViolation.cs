using System.Text.Json;
using Consent.Html;

namespace Consent.AspNetCore;

/// <summary>What is kept of a report: no address of the page, no path, no query, nothing of the browser.</summary>
/// <param name="Host">The host that was blocked, in ASCII.</param>
/// <param name="Directive">The directive that blocked it, or <c>other</c>.</param>
/// <param name="IsEnforced">Whether the browser blocked it, or only told.</param>
internal readonly record struct CspViolation(string Host, string Directive, bool IsEnforced)
{
    /// <summary>How many reports of one body are read.</summary>
    public const int MostPerBody = 32;

    private const string Other = "other";

    private static readonly HashSet<string> s_directives = new(StringComparer.Ordinal)
    {
        "child-src", "connect-src", "default-src", "fenced-frame-src", "font-src", "form-action", "frame-src", "img-src", "manifest-src",
        "media-src", "object-src", "prefetch-src", "script-src", "script-src-attr", "script-src-elem", "style-src", "style-src-attr",
        "style-src-elem", "worker-src",
    };

    /// <summary>Reads <c>application/reports+json</c>, a list of reports of all kinds (Reporting §3.2).</summary>
    public static List<CspViolation> ReadList(JsonElement body)
    {
        List<CspViolation> violations = [];
        if (body.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement report in body.EnumerateArray().Take(MostPerBody))
            {
                if (TextOf(report, "type") == "csp-violation" && Member(report, "body") is { } violation
                    && Of(TextOf(violation, "blockedURL"), TextOf(violation, "effectiveDirective"), TextOf(violation, "disposition")) is { } read)
                {
                    violations.Add(read);
                }
            }
        }

        return violations;
    }

    /// <summary>Reads <c>application/csp-report</c>, a single report (CSP3 §5.3).</summary>
    public static List<CspViolation> ReadSingle(JsonElement body) =>
        Member(body, "csp-report") is { } violation
        && Of(
            TextOf(violation, "blocked-uri"),
            TextOf(violation, "effective-directive") ?? TextOf(violation, "violated-directive"),
            TextOf(violation, "disposition")) is { } read
            ? [read]
            : [];

    private static CspViolation? Of(string? blocked, string? directive, string? disposition)
    {
        if (HeaderUrl.Find(blocked, out string host) != UrlTarget.Host || HostName.Wrong(host) is not null)
        {
            return null;    // inline code and the like, of which our policy has nothing to say
        }

        // Older browsers give the directive with its sources.
        string name = directive?.Split(' ')[0] ?? Other;
        return new(host, s_directives.Contains(name) ? name : Other, disposition != "report");
    }

    private static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement member) ? member : null;

    private static string? TextOf(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.String } member ? member.GetString() : null;
}
