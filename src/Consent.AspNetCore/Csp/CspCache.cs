using System.Collections.Concurrent;

namespace Consent.AspNetCore;

/// <summary>Keeps the policies' texts that were met, up to a bound. It lives and ends with its consent policy.</summary>
internal sealed class CspCache
{
    private const int Bound = 256;
    private readonly ConcurrentDictionary<Key, string> _texts = new();

    public string Get(ConsentPolicy policy, CategorySet allowed, bool isHttps, string reports)
    {
        Key key = new(allowed, isHttps, reports);
        if (_texts.TryGetValue(key, out string? text))
        {
            return text;
        }

        text = HostCsp.Write(policy, allowed, isHttps, reports);
        if (_texts.Count < Bound)
        {
            _texts.TryAdd(key, text);
        }

        return text;
    }

    private readonly record struct Key(CategorySet Allowed, bool IsHttps, string Reports);
}
