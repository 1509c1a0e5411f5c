using System.Collections.Immutable;

namespace Consent;

/// <summary>
/// Finds whose a name is, of a cookie or a storage key: exact names in a table, patterns by the first characters of
/// their prefix, those with more fixed characters first. Allocates nothing to find.
/// </summary>
internal sealed class NameIndex
{
    private const int PrefixLength = 3;
    private const int Buckets = 1024;

    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _exact;
    private readonly Entry[]?[] _byPrefix = new Entry[Buckets][];
    private readonly Entry[] _shortPrefixes;

    /// <summary>Makes a look-up; of two equal names the first counts.</summary>
    /// <param name="names">Names and patterns, each with the index of its owner.</param>
    private NameIndex(IEnumerable<(NamePattern Name, int Owner)> names)
    {
        Dictionary<string, int> exact = new(StringComparer.Ordinal);
        List<Entry> patterns = [];
        foreach ((NamePattern name, int owner) in names)
        {
            if (name.IsExact)
            {
                exact.TryAdd(name.Text, owner);
            }
            else
            {
                patterns.Add(new(name, owner, patterns.Count));
            }
        }

        _exact = exact.GetAlternateLookup<ReadOnlySpan<char>>();
        patterns.Sort(static (a, b) => a.Name.Fixed != b.Name.Fixed ? b.Name.Fixed.CompareTo(a.Name.Fixed) : a.Order.CompareTo(b.Order));
        List<Entry> shortPrefixes = [];
        foreach (Entry pattern in patterns)
        {
            int bucket = Bucket(pattern.Name.Prefix);
            if (bucket < 0)
            {
                shortPrefixes.Add(pattern);
            }
            else
            {
                _byPrefix[bucket] = [.. _byPrefix[bucket] ?? [], pattern];
            }
        }

        _shortPrefixes = [.. shortPrefixes];
    }

    /// <summary>A look-up of the cookies of some services, by their place.</summary>
    public static NameIndex OfCookies(ImmutableArray<Service> services) =>
        new(services.SelectMany(static (s, i) => s.Cookies.Select(c => (c.Name, i))));

    /// <summary>A look-up of the storage keys of some services, by their place.</summary>
    public static NameIndex OfStorage(ImmutableArray<Service> services) =>
        new(services.SelectMany(static (s, i) => s.Storage.Select(key => (key, i))));

    /// <summary>The index of the owner whose name fits closest, or -1.</summary>
    public int Find(ReadOnlySpan<char> name)
    {
        if (_exact.TryGetValue(name, out int owner))
        {
            return owner;
        }

        int bucket = Bucket(name);
        Entry? byPrefix = bucket < 0 ? null : Closest(_byPrefix[bucket], name);
        Entry? other = Closest(_shortPrefixes, name);
        return other is null || byPrefix?.Name.Fixed >= other.Name.Fixed ? byPrefix?.Owner ?? -1 : other.Owner;
    }

    private static Entry? Closest(Entry[]? entries, ReadOnlySpan<char> name)
    {
        foreach (Entry entry in entries ?? [])
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

    private sealed record Entry(NamePattern Name, int Owner, int Order);
}
