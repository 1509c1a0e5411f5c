using System.Buffers;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Consent.AspNetCore;

/// <summary>
/// Expires cookies of denied categories in the browser. A cookie is known by name, domain, host-only flag, path and
/// partition (RFC 6265bis §5.7), and a request tells the name alone, so every variant under which it may live is expired.
/// </summary>
internal static class CookieExpiry
{
    /// <summary>How many characters of header a response may spend on this; servers and proxies bound the whole header.</summary>
    private const int Budget = 6 * 1024;

    /// <summary>As browsers bound one cookie's name and value (RFC 6265bis §5.6).</summary>
    private const int LongestName = 1024;

    private static readonly SearchValues<char> s_writable = SearchValues.Create(
        "!#$%&'()*+-./0123456789:<>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    /// <summary>
    /// The <c>Set-Cookie</c> values that expire the request's denied cookies: the likeliest variant of every cookie first, then
    /// the next of every cookie, until the budget is spent.
    /// </summary>
    public static List<string> Lines(ConsentFeature feature, StringValues cookies)
    {
        List<string> lines = [];
        List<string> names = DeniedNames(feature, cookies);
        if (names.Count == 0)
        {
            return lines;
        }

        HttpRequest request = feature.Context.Request;
        int spent = 0;
        foreach (Variant variant in Variants(request))
        {
            foreach (string name in names)
            {
                if (!variant.Fits(name))
                {
                    continue;
                }

                string line = variant.Line(name);
                spent += line.Length;
                if (spent > Budget)
                {
                    return lines;
                }

                lines.Add(line);
            }
        }

        return lines;
    }

    private static List<string> DeniedNames(ConsentFeature feature, StringValues cookies)
    {
        List<string> names = [];
        foreach (string? line in cookies)
        {
            CookiePairs pairs = new(line);
            while (pairs.MoveNext())
            {
                ReadOnlySpan<char> name = pairs.Name;
                if (name.Length <= LongestName && !name.ContainsAnyExcept(s_writable)
                    && RequestCookieGate.Denies(feature, name) is not null)
                {
                    string text = name.ToString();
                    if (!names.Contains(text))
                    {
                        names.Add(text);
                    }
                }
            }
        }

        return names;
    }

    // Trackers set their cookies for the whole site, on the widest domain they can: these variants come first.
    private static IEnumerable<Variant> Variants(HttpRequest request)
    {
        List<string?> domains = Domains(request.Host.Host);
        List<string> paths = Paths(request);
        bool isHttps = request.IsHttps;
        foreach (string path in paths)
        {
            foreach (string? domain in domains)
            {
                yield return new(domain, path, isHttps, IsPartitioned: false);
            }

            if (isHttps)
            {
                foreach (string? domain in domains)
                {
                    yield return new(domain, path, isHttps, IsPartitioned: true);
                }
            }
        }
    }

    private static List<string?> Domains(string host)
    {
        List<string?> domains = [null];
        if (IPAddress.TryParse(host, out _))
        {
            return domains;
        }

        // Widest first. A browser refuses one that is a public suffix, such as co.uk; a top level alone always is.
        int at = domains.Count;
        for (string rest = host.TrimEnd('.'); rest.Contains('.', StringComparison.Ordinal); rest = rest[(rest.IndexOf('.', StringComparison.Ordinal) + 1)..])
        {
            domains.Insert(at, rest);
        }

        return domains;
    }

    private static List<string> Paths(HttpRequest request)
    {
        List<string> paths = ["/"];
        string path = request.PathBase.ToUriComponent() + request.Path.ToUriComponent();
        for (int i = 1; i <= path.Length; i++)
        {
            if (i == path.Length || path[i] == '/')
            {
                Add(paths, path[..i]);
            }

            if (i < path.Length && path[i] == '/')
            {
                Add(paths, path[..(i + 1)]);
            }
        }

        return paths;
    }

    private static void Add(List<string> paths, string path)
    {
        // A cookie's path can't hold a semicolon, so no cookie lives there; written out it would end the attribute.
        if (path.Length > 1 && !path.Contains(';', StringComparison.Ordinal) && !paths.Contains(path))
        {
            paths.Add(path);
        }
    }

    private readonly record struct Variant(string? Domain, string Path, bool IsHttps, bool IsPartitioned)
    {
        // RFC 6265bis §4.1.3: browsers refuse a __Host- cookie with a domain or a path, and either prefix without Secure.
        public bool Fits(string name) =>
            HasPrefix(name, "__Host-") ? IsHttps && Domain is null && Path == "/"
            : IsHttps || !(HasPrefix(name, "__Secure-") || HasPrefix(name, "__Http-"));

        // SameSite=None, so that a browser takes it also where the page stands in another site's frame.
        public string Line(string name) => string.Concat(
            string.Concat(name, "=; max-age=0", Domain is null ? "" : "; domain=" + Domain, "; path="),
            Path,
            IsHttps ? "; secure; samesite=none" : "",
            string.Concat(
                IsPartitioned ? "; partitioned" : "",
                HasPrefix(name, "__Http-") || HasPrefix(name, "__Host-Http-") ? "; httponly" : ""));

        private static bool HasPrefix(string name, string prefix) => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase);
    }
}
