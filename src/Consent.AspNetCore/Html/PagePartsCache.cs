using System.Collections.Concurrent;

namespace Consent.AspNetCore;

/// <summary>Keeps the parts of the decisions that were met, up to a bound. It lives and ends with its policy.</summary>
internal sealed class PagePartsCache
{
    private const int Bound = 256;
    private readonly ConcurrentDictionary<Key, PageParts> _parts = new();

    public PageParts Get(in ConsentDecision decision, string basePath, bool hasNonce, bool isShell)
    {
        Key key = new(decision, basePath, hasNonce, isShell);
        if (_parts.TryGetValue(key, out PageParts? parts))
        {
            return parts;
        }

        parts = new PageParts(decision, basePath, hasNonce, isShell);
        if (_parts.Count < Bound)
        {
            _parts.TryAdd(key, parts);
        }

        return parts;
    }

    private readonly record struct Key(ConsentDecision Decision, string BasePath, bool HasNonce, bool IsShell);
}
