using Microsoft.Extensions.Logging;

namespace Consent.AspNetCore;

/// <summary>Counts what browsers report, and logs an undeclared host once. Bounded in all that it remembers.</summary>
internal sealed partial class CspReports(TimeProvider time)
{
    private const string Undeclared = "undeclared";
    private const string OtherHost = "other";

    // Enough for a busy site to see what is going on; the rest says the same.
    private readonly TokenBucket _budget = new(capacity: 200, perSecond: 20, time);
    private readonly KnownNames _hosts = new(bound: 256);

    public bool TryTake() => _budget.TryTake();

    public void Take(CspViolation violation, ConsentFeature feature)
    {
        ConsentPolicy policy = feature.Policy;
        if (policy.FindHost(violation.Host) is { Category: { } category } declaration)
        {
            feature.Runtime.Metrics.CspReported(DeclaredHost(declaration.Service, violation.Host), category.Id, violation.Directive, violation.IsEnforced);
            return;
        }

        string host = _hosts.Holds(violation.Host) ? violation.Host : OtherHost;
        feature.Runtime.Metrics.CspReported(host, Undeclared, violation.Directive, violation.IsEnforced);
        if (feature.Runtime.LoggedHosts.IsNew(violation.Host))
        {
            string json = DeclaringJson.Host(violation.Host, policy);
            Log.Undeclared(feature.Runtime.CspLog, violation.Directive, violation.Host, violation.IsEnforced ? "was blocked" : "would be blocked", json);
        }
    }

    // The sub-domains of a declared host are without number; it is counted by the name it is declared by.
    private static string DeclaredHost(Service service, string host)
    {
        foreach (string declared in service.Hosts)
        {
            if (host == declared || (host.EndsWith(declared, StringComparison.Ordinal) && host[^(declared.Length + 1)] == '.'))
            {
                return declared;
            }
        }

        return service.Id;
    }

    private static partial class Log
    {
        [LoggerMessage(50, LogLevel.Warning, "Browsers report that a page asked for something of {Host}, which {State} by {Directive}: the host is declared neither in the policy nor in the catalogue. To declare it, add this to \"services\" in consent.json, with the category that it belongs to: {Json}", EventName = "CspHostUndeclared")]
        public static partial void Undeclared(ILogger logger, string directive, string host, string state, string json);
    }
}
