using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace Consent.AspNetCore;

/// <summary>
/// The Set-Cookie gate's second layer: reads the header itself, right before it leaves, whoever wrote it.
/// </summary>
internal static partial class SetCookieGate
{
    public static void Apply(ConsentFeature feature)
    {
        IHeaderDictionary headers = feature.Context.Response.Headers;
        StringValues lines = headers.SetCookie;
        bool changed = false;
        if (lines.Count > 0 && !(feature.Decided.AllowsAll && !feature.IsSpeculative))
        {
            StringValues kept = Filter(feature, lines);
            if (kept.Count != lines.Count)
            {
                headers.SetCookie = kept;
                changed = true;
            }
        }

        if (feature.IsGated && !feature.IsShell && (feature.CookiesBefore.Count > 0 || feature.HasAnswer))
        {
            Expire(feature, headers);
        }

        if (feature.HasAnswer)
        {
            headers.SetCookie = StringValues.Concat(
                headers.SetCookie, feature.InForce.SetCookie(feature.Choice, feature.Context.Request.IsHttps));
            changed = true;
        }

        // The cache took the response before its cookies were gone, or this visitor's answer came: it is not for others.
        if (changed && feature.Context.Features.Get<IOutputCacheFeature>() is { } cache)
        {
            cache.Context.AllowCacheStorage = false;
        }
    }

    // The cookies that the request gate took out, and those that an answer within this request has denied since.
    private static void Expire(ConsentFeature feature, IHeaderDictionary headers)
    {
        bool isShared = headers.CacheControl.ToString().Contains("public", StringComparison.OrdinalIgnoreCase);
        if (isShared || feature.Policy.Enforcement == EnforcementMode.Report || feature.Decided.AllowsAll)
        {
            return;
        }

        StringValues cookies = feature.CookiesBefore.Count > 0 ? feature.CookiesBefore : feature.Context.Request.Headers.Cookie;
        List<string> lines = CookieExpiry.Lines(feature, cookies);
        if (lines.Count > 0)
        {
            headers.SetCookie = StringValues.Concat(headers.SetCookie, lines.ToArray());
        }
    }

    private static StringValues Filter(ConsentFeature feature, StringValues lines)
    {
        string?[]? kept = null;
        int count = 0;
        for (int i = 0; i < lines.Count; i++)
        {
            string? line = lines[i];
            if (Passes(feature, line))
            {
                if (kept is not null)
                {
                    kept[count] = line;
                }

                count++;
            }
            else if (kept is null)
            {
                kept = new string?[lines.Count - 1];
                for (int before = 0; before < count; before++)
                {
                    kept[before] = lines[before];
                }
            }
        }

        return kept is null ? lines : count == 0 ? default : new StringValues(kept.AsSpan(0, count).ToArray());
    }

    private static bool Passes(ConsentFeature feature, ReadOnlySpan<char> line)
    {
        ReadOnlySpan<char> name = SetCookieLine.ReadName(line);
        CookieVerdict verdict = CookieVerdict.Of(name, feature);
        if (verdict.Passes)
        {
            return true;
        }

        if (verdict.Category is null)
        {
            return PassesUndeclared(feature, name, line);
        }

        if (SetCookieLine.IsDeletion(line, feature.Runtime.Time))
        {
            return true;
        }

        bool reported = feature.Policy.Enforcement == EnforcementMode.Report;
        if (reported || feature.Runtime.Metrics.CountsHeld || feature.Runtime.CookieLog.IsEnabled(LogLevel.Debug))
        {
            Tell(feature, name.ToString(), verdict.Category, reported);
        }

        return reported;
    }

    private static void Tell(ConsentFeature feature, string name, Category category, bool reported)
    {
        string reason = feature.IsSpeculative ? "Speculative" : feature.Decided.ReasonFor(category).ToString();
        feature.Runtime.Metrics.Held("cookie", name, category.Id, reason, reported);
        if (!reported)
        {
            Log.Held(feature.Runtime.CookieLog, name, category.Id, reason);
        }
        else if (feature.Runtime.Logged.IsNew(name))
        {
            Log.WouldBeHeld(feature.Runtime.CookieLog, name, category.Id, reason);
        }
    }

    private static bool PassesUndeclared(ConsentFeature feature, ReadOnlySpan<char> name, ReadOnlySpan<char> line)
    {
        if (feature.IsEssential(name) || SetCookieLine.IsDeletion(line, feature.Runtime.Time))
        {
            return true;
        }

        bool blocked = feature.Policy.UndeclaredCookies == UndeclaredRule.Block || feature.IsSpeculative;
        bool reported = feature.Policy.Enforcement == EnforcementMode.Report;
        if (feature.Runtime.Logged.IsNew(name))
        {
            string text = name.ToString();
            string json = DeclaringJson.Cookie(text, feature.Policy);
            if (blocked)
            {
                Log.Undeclared(feature.Runtime.CookieLog, text, reported ? "would be" : "is", json);
            }
            else
            {
                Log.UndeclaredPasses(feature.Runtime.CookieLog, text, json);
            }
        }

        if (blocked && feature.Runtime.Metrics.CountsHeld)
        {
            feature.Runtime.Metrics.Held("cookie", name.ToString(), null, "Undeclared", reported);
        }

        return !blocked || reported;
    }

    private static partial class Log
    {
        [LoggerMessage(10, LogLevel.Debug, "The cookie {Name} was held back: {Category} is denied ({Reason}).", EventName = "CookieHeld")]
        public static partial void Held(ILogger logger, string name, string category, string reason);

        [LoggerMessage(11, LogLevel.Information, "The cookie {Name} would be held back if the policy were enforced: {Category} is denied ({Reason}).", EventName = "CookieWouldBeHeld")]
        public static partial void WouldBeHeld(ILogger logger, string name, string category, string reason);

        [LoggerMessage(12, LogLevel.Warning, "The cookie {Name} is declared neither in the policy nor in the catalogue: it {State} held back while anything optional is denied. To declare it, add this to \"services\" in consent.json, with the category that it belongs to: {Json}", EventName = "CookieUndeclared")]
        public static partial void Undeclared(ILogger logger, string name, string state, string json);

        [LoggerMessage(13, LogLevel.Warning, "The cookie {Name} is declared neither in the policy nor in the catalogue. It was let through, as the policy says. To declare it, add this to \"services\" in consent.json, with the category that it belongs to: {Json}", EventName = "CookieUndeclaredPasses")]
        public static partial void UndeclaredPasses(ILogger logger, string name, string json);
    }
}
