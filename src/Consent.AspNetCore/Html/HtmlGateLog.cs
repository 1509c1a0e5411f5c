using Microsoft.Extensions.Logging;

namespace Consent.AspNetCore;

/// <summary>What the HTML gate tells: once what is the site's set-up, always what is a failure.</summary>
internal static partial class HtmlGateLog
{
    public static void Encoded(ConsentFeature feature)
    {
        if (feature.Runtime.Told.First(Told.Encoded))
        {
            LogEncoded(feature.Runtime.HtmlLog, feature.Context.Request.Path);
        }
    }

    public static void Charset(ConsentFeature feature)
    {
        if (feature.Runtime.Told.First(Told.Charset))
        {
            LogCharset(feature.Runtime.HtmlLog, feature.Context.Request.Path, feature.Context.Response.ContentType);
        }
    }

    public static void MissingGate(ConsentFeature feature)
    {
        if (feature.Runtime.Told.First(Told.MissingGate))
        {
            LogMissingGate(feature.Runtime.HtmlLog, feature.Context.Request.Path);
        }
    }

    public static void Failed(ConsentFeature feature, Exception exception) =>
        LogFailed(feature.Runtime.HtmlLog, feature.Context.Request.Path, exception);

    public static void Undeclared(ConsentFeature feature, string host, bool blocked, bool reported)
    {
        string json = DeclaringJson.Host(host, feature.Policy);
        if (blocked)
        {
            LogUndeclared(feature.Runtime.HtmlLog, host, feature.Context.Request.Path, reported ? "would be" : "are", json);
        }
        else
        {
            LogUndeclaredPasses(feature.Runtime.HtmlLog, host, feature.Context.Request.Path, json);
        }
    }

    [LoggerMessage(30, LogLevel.Warning, "The HTML page {Path} left without passing the HTML gate: it has no banner, and its marked tags stay closed. Add app.UseConsent() early in the pipeline, inside response compression and outside output caching. This is logged once.", EventName = "MissingUseConsent")]
    private static partial void LogMissingGate(ILogger logger, string? path);

    [LoggerMessage(31, LogLevel.Warning, "The HTML page {Path} reached the HTML gate compressed and passed it unchanged: it has no banner, and its marked tags stay closed. Add app.UseConsent() inside response compression, and serve HTML files uncompressed. This is logged once.", EventName = "HtmlCompressed")]
    private static partial void LogEncoded(ILogger logger, string? path);

    [LoggerMessage(32, LogLevel.Warning, "The HTML page {Path} is in a charset that the HTML gate can't read ({ContentType}) and passed it unchanged: it has no banner, and its marked tags stay closed. Send it as UTF-8. This is logged once.", EventName = "HtmlCharset")]
    private static partial void LogCharset(ILogger logger, string? path, string? contentType);

    [LoggerMessage(33, LogLevel.Error, "The HTML gate failed on {Path}; the response was cut.", EventName = "HtmlGateFailed")]
    private static partial void LogFailed(ILogger logger, string? path, Exception exception);

    [LoggerMessage(36, LogLevel.Warning, "The page {Path} leads to the host {Host}, which is declared neither in the policy nor in the catalogue: its tags {State} held back while anything optional is denied. To declare it, add this to \"services\" in consent.json, with the category that it belongs to: {Json}", EventName = "HostUndeclared")]
    private static partial void LogUndeclared(ILogger logger, string host, string? path, string state, string json);

    [LoggerMessage(37, LogLevel.Information, "The page {Path} leads to the host {Host}, which is declared neither in the policy nor in the catalogue. Its tags were let through, as the policy says. To declare it, add this to \"services\" in consent.json, with the category that it belongs to: {Json}", EventName = "HostUndeclaredPasses")]
    private static partial void LogUndeclaredPasses(ILogger logger, string host, string? path, string json);
}
