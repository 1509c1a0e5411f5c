using Microsoft.Extensions.Logging;

namespace Consent.AspNetCore;

/// <summary>Judges the URLs in the headers of one response, and tells what was held back.</summary>
internal sealed partial class HeaderHosts(ConsentFeature feature)
{
    /// <summary>The header that is read.</summary>
    public string Header { get; set; } = "";

    /// <summary>Whether another visitor may get other headers.</summary>
    public bool DependsOnVisitor { get; private set; }

    /// <summary>Whether a URL may leave.</summary>
    public bool Passes(ReadOnlySpan<char> url)
    {
        HostVerdict verdict = HostVerdict.Of(url, feature);
        DependsOnVisitor |= verdict.DependsOnVisitor;
        if (verdict.IsUndeclared)
        {
            TellUndeclared(verdict);
        }

        if (verdict.Passes)
        {
            return true;
        }

        bool reported = feature.Policy.Enforcement == EnforcementMode.Report;
        string? category = verdict.Category?.Id;
        string reason = verdict.Category is null ? "Undeclared" : feature.Decided.ReasonFor(verdict.Category).ToString();
        feature.Runtime.Metrics.Held("header", verdict.Service?.Id ?? (verdict.Host.Length > 0 ? verdict.Host : "unreadable"), category, reason, reported);
        ILogger log = feature.Runtime.HeaderLog;
        if (!reported)
        {
            Log.Held(log, Header, verdict.Host, category ?? "everything undeclared", reason);
        }
        else if (feature.Runtime.LoggedOfHeaders.IsNew(verdict.Host))
        {
            Log.WouldBeHeld(log, Header, verdict.Host, category ?? "everything undeclared", reason);
        }

        return reported;
    }

    private void TellUndeclared(HostVerdict verdict)
    {
        if (feature.Runtime.LoggedHosts.IsNew(verdict.Host))
        {
            string json = DeclaringJson.Host(verdict.Host, feature.Policy);
            Log.Undeclared(feature.Runtime.HeaderLog, Header, verdict.Host, json);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(40, LogLevel.Debug, "The header {Header} was kept from leading to {Host}: {Category} is denied ({Reason}).", EventName = "HeaderHeld")]
        public static partial void Held(ILogger logger, string header, string host, string category, string reason);

        [LoggerMessage(41, LogLevel.Information, "The header {Header} would be kept from leading to {Host} if the policy were enforced: {Category} is denied ({Reason}).", EventName = "HeaderWouldBeHeld")]
        public static partial void WouldBeHeld(ILogger logger, string header, string host, string category, string reason);

        [LoggerMessage(42, LogLevel.Warning, "The header {Header} leads to {Host}, which is declared neither in the policy nor in the catalogue. To declare it, add this to \"services\" in consent.json, with the category that it belongs to: {Json}", EventName = "HeaderHostUndeclared")]
        public static partial void Undeclared(ILogger logger, string header, string host, string json);
    }
}
