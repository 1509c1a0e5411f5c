namespace Consent.AspNetCore;

/// <summary>
/// The hosts that pages may reach under a policy: those of the services it names, if their category is allowed. Hosts
/// that only the catalogue knows are not among them: what strict mode allows, the site has declared.
/// </summary>
internal static class AllowedHosts
{
    /// <summary>Lists the hosts as sources of a Content-Security-Policy, each with its sub-domains and every port.</summary>
    /// <param name="policy">The site's policy.</param>
    /// <param name="allowed">The categories that are allowed.</param>
    public static List<string> Of(ConsentPolicy policy, CategorySet allowed)
    {
        List<string> reached = [];
        List<string> denied = [];
        foreach (string host in policy.Services.SelectMany(Known).Distinct(StringComparer.Ordinal))
        {
            bool isAllowed = policy.FindHost(host) is { Category: { } category } && allowed.Contains(category.Index);
            (isAllowed ? reached : denied).Add(host);
        }

        // A source can't leave a sub-domain out: over a denied one the wildcard has to go.
        HashSet<string> wide = [.. reached.Where(host => !IsAddress(host) && !denied.Exists(d => IsWithin(d, host)))];
        List<string> sources = new(reached.Count * 2);
        foreach (string host in reached)
        {
            if (!wide.Any(w => IsWithin(host, w)))
            {
                sources.Add(host + ":*");
                if (wide.Contains(host))
                {
                    sources.Add($"*.{host}:*");
                }
            }
        }

        return sources;
    }

    // Naming a known service allows all that the catalogue knows of it, whichever hosts the site gave.
    private static IEnumerable<string> Known(Service service) =>
        ServiceCatalogue.BuiltIn.Find(service.Id) is { } known ? service.Hosts.Union(known.Hosts) : service.Hosts;

    private static bool IsWithin(string host, string parent) =>
        host.Length > parent.Length && host[^(parent.Length + 1)] == '.' && host.EndsWith(parent, StringComparison.Ordinal);

    private static bool IsAddress(string host) => host.All(static c => c == '.' || char.IsAsciiDigit(c));
}
