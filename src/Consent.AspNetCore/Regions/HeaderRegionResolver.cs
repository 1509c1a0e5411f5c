using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Consent.AspNetCore;

/// <summary>The built-in resolver: the fixed region, else the first trusted header that is there.</summary>
internal sealed class HeaderRegionResolver(IOptions<ConsentOptions> options) : IRegionResolver
{
    private readonly RegionOptions.RegionHeaders[] _headers = [.. options.Value.Regions.Headers];
    private readonly string? _fixed = options.Value.Regions.Fixed;

    /// <summary>Whether nothing was named that could tell a region.</summary>
    public bool FindsNothing => _fixed is null && _headers.Length == 0;

    public string? Resolve(HttpContext context)
    {
        if (_fixed is not null)
        {
            return _fixed;
        }

        foreach (RegionOptions.RegionHeaders header in _headers)
        {
            // Two lines of a header that a proxy sets once: somebody else wrote one of them.
            if (context.Request.Headers.TryGetValue(header.Country, out StringValues country) && country.Count == 1)
            {
                return Combine(country[0], header.Subdivision is null ? default : context.Request.Headers[header.Subdivision]);
            }
        }

        return null;
    }

    private static string? Combine(string? country, StringValues subdivision)
    {
        if (subdivision.Count != 1 || subdivision[0] is not { Length: > 0 } part || country is not { Length: 2 })
        {
            return country;
        }

        bool isWhole = part.Length > 3 && part[2] == '-' && part.StartsWith(country, StringComparison.OrdinalIgnoreCase);
        string region = isWhole ? part : $"{country}-{part}";

        // A subdivision of an odd shape doesn't make the country unknown.
        return RegionTable.IsKnown(region) ? region : country;
    }
}
