namespace Consent;

/// <summary>
/// Makes one list of tiers of hosts of which each goes before the next: a host that lies within one of an earlier tier
/// falls away, so that in the list the longest suffix is always the right one.
/// </summary>
internal static class HostTiers
{
    public static IEnumerable<(string Host, int Owner)> Merge(IEnumerable<IEnumerable<(string Host, int Owner)>> tiers)
    {
        HashSet<string> earlier = new(StringComparer.Ordinal);
        HashSet<string>.AlternateLookup<ReadOnlySpan<char>> earlierSpans = earlier.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (IEnumerable<(string Host, int Owner)> tier in tiers)
        {
            List<string> added = [];
            foreach ((string Host, int Owner) entry in tier)
            {
                if (!IsWithin(entry.Host, earlierSpans))
                {
                    added.Add(entry.Host);
                    yield return entry;
                }
            }

            earlier.UnionWith(added);
        }
    }

    private static bool IsWithin(ReadOnlySpan<char> host, HashSet<string>.AlternateLookup<ReadOnlySpan<char>> hosts)
    {
        while (!hosts.Contains(host))
        {
            int dot = host.IndexOf('.');
            if (dot < 0)
            {
                return false;
            }

            host = host[(dot + 1)..];
        }

        return true;
    }
}
