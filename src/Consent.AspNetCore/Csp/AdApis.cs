using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Consent.AspNetCore;

/// <summary>
/// Turns the browser's own advertising APIs off, with <c>Permissions-Policy</c>, where a category that is sale is denied.
/// What the site's own header says of one of them stays.
/// </summary>
internal static class AdApis
{
    private const string Header = "Permissions-Policy";

    private static readonly string[] s_features =
    [
        "browsing-topics", "attribution-reporting", "join-ad-interest-group", "run-ad-auction",
        "shared-storage", "shared-storage-select-url", "private-aggregation",
    ];

    private static readonly string s_all = Join(s_features);

    public static void Apply(ConsentFeature feature)
    {
        HttpResponse response = feature.Context.Response;
        ConsentPolicy policy = feature.Policy;
        if (policy.Enforcement == EnforcementMode.Report || policy.Sale.IsEmpty
            || !RunningContent.Is(response) || feature.Decided.Allowed.ContainsAll(policy.Sale))
        {
            return;
        }

        StringValues own = response.Headers[Header];
        string added = own.Count == 0 ? s_all : Join(s_features.Where(f => !Names(own, f)));
        if (added.Length > 0)
        {
            response.Headers.Append(Header, added);
        }
    }

    private static string Join(IEnumerable<string> features) => string.Join(", ", features.Select(static f => f + "=()"));

    // A structured dictionary: of two members of one name the last counts (RFC 9651 §3.2), so ours must not repeat one.
    private static bool Names(StringValues lines, string feature)
    {
        foreach (string? line in lines)
        {
            foreach (Range range in StructuredMembers.Split(line))
            {
                ReadOnlySpan<char> member = line.AsSpan(range).Trim(" \t");
                int end = member.IndexOfAny("=; \t");
                if ((end < 0 ? member : member[..end]).SequenceEqual(feature))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
