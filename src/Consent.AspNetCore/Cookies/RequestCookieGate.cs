using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace Consent.AspNetCore;

/// <summary>
/// Takes cookies of denied categories out of the request before the application sees them. A cookie that nobody declared
/// stays: it may be the site's own, and who sent it isn't known.
/// </summary>
internal static partial class RequestCookieGate
{
    public static void Apply(ConsentFeature feature)
    {
        IHeaderDictionary headers = feature.Context.Request.Headers;
        StringValues lines = headers.Cookie;
        if (lines.Count == 0 || feature.Decided.AllowsAll || !HoldsDenied(feature, lines))
        {
            return;
        }

        if (feature.Policy.Enforcement == EnforcementMode.Report)
        {
            return;
        }

        feature.CookiesBefore = lines;
        List<string> kept = new(lines.Count);
        foreach (string? line in lines)
        {
            string rest = WithoutDenied(feature, line);
            if (rest.Length > 0)
            {
                kept.Add(rest);
            }
        }

        headers.Cookie = kept.ToArray();
    }

    /// <summary>The category that denies a cookie of the request, or <see langword="null"/> if it may enter.</summary>
    public static Category? Denies(ConsentFeature feature, ReadOnlySpan<char> name)
    {
        if (name.IsEmpty || feature.InForce.IsChoiceCookie(name) || feature.Policy.FindCookie(name) is not { Category: { Required: false } category })
        {
            return null;
        }

        return feature.Decided.Allows(category) ? null : category;
    }

    private static bool HoldsDenied(ConsentFeature feature, StringValues lines)
    {
        bool any = false;
        foreach (string? line in lines)
        {
            CookiePairs pairs = new(line);
            while (pairs.MoveNext())
            {
                if (Denies(feature, pairs.Name) is { } category)
                {
                    Tell(feature, pairs.Name, category);
                    any = true;
                }
            }
        }

        return any;
    }

    private static string WithoutDenied(ConsentFeature feature, string? line)
    {
        StringBuilder rest = new(line?.Length ?? 0);
        CookiePairs pairs = new(line);
        while (pairs.MoveNext())
        {
            if (Denies(feature, pairs.Name) is null)
            {
                CookiePairs.Append(rest, pairs.Current);
            }
        }

        return rest.ToString();
    }

    private static void Tell(ConsentFeature feature, ReadOnlySpan<char> name, Category category)
    {
        bool reported = feature.Policy.Enforcement == EnforcementMode.Report;
        ILogger log = feature.Runtime.CookieLog;
        if (!feature.Runtime.Metrics.CountsHeld && !log.IsEnabled(LogLevel.Debug) && !reported)
        {
            return;
        }

        // The pattern, not the name: clients can send names without end.
        string pattern = PatternOf(feature.Policy, name);
        string reason = feature.Decided.ReasonFor(category).ToString();
        feature.Runtime.Metrics.Held("request", pattern, category.Id, reason, reported);
        if (!reported)
        {
            Log.Held(log, pattern, category.Id, reason);
        }
        else if (feature.Runtime.LoggedOfRequests.IsNew(pattern))
        {
            Log.WouldBeHeld(log, pattern, category.Id, reason);
        }
    }

    private static string PatternOf(ConsentPolicy policy, ReadOnlySpan<char> name)
    {
        if (policy.FindCookie(name) is { } declaration)
        {
            foreach (ServiceCookie cookie in declaration.Service.Cookies)
            {
                if (cookie.Name.Matches(name))
                {
                    return cookie.Name.Text;
                }
            }
        }

        return "?";
    }

    private static partial class Log
    {
        [LoggerMessage(20, LogLevel.Debug, "The cookie {Name} was taken out of the request: {Category} is denied ({Reason}).", EventName = "RequestCookieHeld")]
        public static partial void Held(ILogger logger, string name, string category, string reason);

        [LoggerMessage(21, LogLevel.Information, "The cookie {Name} would be taken out of the request if the policy were enforced: {Category} is denied ({Reason}).", EventName = "RequestCookieWouldBeHeld")]
        public static partial void WouldBeHeld(ILogger logger, string name, string category, string reason);
    }
}
