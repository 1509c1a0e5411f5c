using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Consent;

/// <summary>
/// Finds which of some services sets a cookie: exact names in a frozen table, patterns by the first characters of their
/// prefix, those with more fixed characters first. Allocates nothing to find.
/// </summary>
internal sealed class CookieIndex
{
    private const int PrefixLength = 3;
    private const int Buckets = 1024;

    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _exact;
    private readonly Entry[][] _byPrefix = new Entry[Buckets][];
    private readonly Entry[] _shortPrefixes;

    public CookieIndex(ImmutableArray<Service> services)
    {
        Dictionary<string, int> exact = new(StringComparer.Ordinal);
        List<Entry> patterns = [];
        for (int i = 0; i < services.Length; i++)
        {
            foreach (ServiceCookie cookie in services[i].Cookies)
            {
                if (cookie.Name.IsExact)
                {
                    exact.TryAdd(cookie.Name.Text, i);
                }
                else
                {
                    patterns.Add(new(cookie.Name, i));
                }
            }
        }

        _exact = exact.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        ILookup<int, Entry> byPrefix = patterns.OrderByDescending(static p => p.Name.Fixed).ToLookup(static p => Bucket(p.Name.Prefix));
        for (int i = 0; i < Buckets; i++)
        {
            _byPrefix[i] = [.. byPrefix[i]];
        }

        _shortPrefixes = [.. byPrefix[-1]];
    }

    /// <summary>The index of the service whose cookie fits closest, or -1.</summary>
    public int Find(ReadOnlySpan<char> name)
    {
        if (_exact.TryGetValue(name, out int service))
        {
            return service;
        }

        int bucket = Bucket(name);
        Entry? byPrefix = bucket < 0 ? null : Closest(_byPrefix[bucket], name);
        Entry? other = Closest(_shortPrefixes, name);
        return other is null || byPrefix?.Name.Fixed >= other.Value.Name.Fixed ? byPrefix?.Service ?? -1 : other.Value.Service;
    }

    private static Entry? Closest(Entry[] entries, ReadOnlySpan<char> name)
    {
        foreach (Entry entry in entries)
        {
            if (entry.Name.Matches(name))
            {
                return entry;
            }
        }

        return null;
    }

    // Patterns with a shorter prefix are few: they are tried for every name.
    private static int Bucket(ReadOnlySpan<char> text) =>
        text.Length < PrefixLength ? -1 : (text[0] + (text[1] * 31) + (text[2] * 961)) % Buckets;

    private readonly record struct Entry(NamePattern Name, int Service);
}
