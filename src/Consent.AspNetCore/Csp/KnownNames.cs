using System.Collections.Concurrent;

namespace Consent.AspNetCore;

/// <summary>Remembers names up to a bound, so that what clients make up has no end in memory or in a metric.</summary>
internal sealed class KnownNames(int bound)
{
    private readonly ConcurrentDictionary<string, byte> _names = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>Whether the name is remembered, or is now.</summary>
    public bool Holds(string name)
    {
        if (_names.ContainsKey(name))
        {
            return true;
        }

        if (Volatile.Read(ref _count) >= bound || Interlocked.Increment(ref _count) > bound)
        {
            return false;
        }

        _names.TryAdd(name, 0);
        return true;
    }
}
