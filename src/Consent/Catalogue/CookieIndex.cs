using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Consent;

/// <summary>
/// Finds which of some services sets a cookie: exact names in a frozen table, patterns by their first character, those
/// with more fixed characters first. Allocates nothing to find.
/// </summary>
internal sealed class CookieIndex
{
    private const int Buckets = 128;

    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _exact;
    private readonly Entry[][] _byFirst = new Entry[Buckets][];
    private readonly Entry[] _anyFirst;

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
        ILookup<int, Entry> byFirst = patterns.OrderByDescending(static p => p.Name.Fixed).ToLookup(static p => Bucket(p.Name.Prefix));
        for (int i = 0; i < Buckets; i++)
        {
            _byFirst[i] = [.. byFirst[i]];
        }

        _anyFirst = [.. byFirst[-1]];
    }

    /// <summary>The index of the service whose cookie fits closest, or -1.</summary>
    public int Find(ReadOnlySpan<char> name)
    {
        if (_exact.TryGetValue(name, out int service))
        {
            return service;
        }

        int bucket = Bucket(name);
        Entry? first = bucket < 0 ? null : Closest(_byFirst[bucket], name);
        Entry? any = Closest(_anyFirst, name);
        return any is null || first?.Name.Fixed >= any.Value.Name.Fixed ? first?.Service ?? -1 : any.Value.Service;
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

    // Patterns that start with * or with a character beyond ASCII are few: they are tried for every name.
    private static int Bucket(ReadOnlySpan<char> text) => text.IsEmpty || text[0] >= Buckets ? -1 : text[0];

    private readonly record struct Entry(NamePattern Name, int Service);
}
