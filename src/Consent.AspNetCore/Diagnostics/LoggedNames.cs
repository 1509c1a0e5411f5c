using System.Collections.Concurrent;

namespace Consent.AspNetCore;

/// <summary>Remembers which names were logged, up to a bound: a site that makes names up must not fill the memory.</summary>
internal sealed class LoggedNames
{
    private const int Bound = 512;
    private readonly ConcurrentDictionary<string, byte> _names = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private int _count;

    public LoggedNames() => _bySpan = _names.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether the name is new, and so to be logged.</summary>
    public bool IsNew(ReadOnlySpan<char> name) =>
        Volatile.Read(ref _count) < Bound && !_bySpan.ContainsKey(name) && _bySpan.TryAdd(name, 0)
        && Interlocked.Increment(ref _count) <= Bound;
}
