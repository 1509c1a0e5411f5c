using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Consent.AspNetCore;

// The Set-Cookie gate's first layer: only here can be seen that a cookie is marked essential. It notes the names and holds
// nothing back; the second layer, which sees every cookie, does.
internal sealed partial class ConsentFeature : IResponseCookiesFeature, IResponseCookies
{
    private IResponseCookiesFeature? _cookies;
    private List<string>? _essential;

    IResponseCookies IResponseCookiesFeature.Cookies => this;

    // This feature stands on the server's own, which has none: all that sets one comes later, and stands on this.
    private IResponseCookies Inner => (_cookies ??= new ResponseCookiesFeature(_context.Features)).Cookies;

    public bool IsEssential(ReadOnlySpan<char> name)
    {
        if (_essential is not null)
        {
            foreach (string essential in _essential)
            {
                if (name.SequenceEqual(essential))
                {
                    return true;
                }
            }
        }

        return false;
    }

    internal void Attach()
    {
        IFeatureCollection features = _context.Features;
        features.Set<IResponseCookiesFeature>(this);
        features.Set<IConsentFeature>(this);
        features.Set<ITrackingConsentFeature>(this);
    }

    void IResponseCookies.Append(string key, string value) => Inner.Append(key, value);

    void IResponseCookies.Append(string key, string value, CookieOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Note(key, options);
        Inner.Append(key, value, options);
    }

    void IResponseCookies.Append(ReadOnlySpan<KeyValuePair<string, string>> keyValuePairs, CookieOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        foreach (KeyValuePair<string, string> pair in keyValuePairs)
        {
            Note(pair.Key, options);
        }

        Inner.Append(keyValuePairs, options);
    }

    void IResponseCookies.Delete(string key) => Inner.Delete(key);

    void IResponseCookies.Delete(string key, CookieOptions options) => Inner.Delete(key, options);

    private void Note(string name, CookieOptions options)
    {
        if (options.IsEssential)
        {
            (_essential ??= []).Add(name);
        }
    }
}
