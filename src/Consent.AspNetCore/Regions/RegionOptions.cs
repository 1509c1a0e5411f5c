namespace Consent.AspNetCore;

/// <summary>How visitors' regions are found. Nothing is trusted that isn't named here.</summary>
public sealed class RegionOptions
{
    private readonly List<RegionHeaders> _headers = [];

    /// <summary>The region of every visitor, for a site that serves one country.</summary>
    /// <value>ISO 3166-1 alpha-2 (<c>DE</c>) or ISO 3166-2 (<c>US-CA</c>). Default <see langword="null"/>: not fixed.</value>
    public string? Fixed { get; set; }

    internal IReadOnlyList<RegionHeaders> Headers => _headers;

    /// <summary>Trusts the headers of a network that every request passes through.</summary>
    /// <param name="network">The network. Name it only if no request can reach the site around it.</param>
    /// <returns>These options, for more.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="network"/> is none of the known networks.</exception>
    public RegionOptions Trust(CdnRegion network)
    {
        _headers.Add(network switch
        {
            CdnRegion.Cloudflare => new("CF-IPCountry", "CF-Region-Code"),
            CdnRegion.CloudFront => new("CloudFront-Viewer-Country", "CloudFront-Viewer-Country-Region"),
            CdnRegion.Fastly => new("Fastly-Geo-Country-Code", "Fastly-Geo-Region"),
            CdnRegion.Vercel => new("X-Vercel-IP-Country", "X-Vercel-IP-Country-Region"),
            CdnRegion.AppEngine => new("X-AppEngine-Country", "X-AppEngine-Region"),
            CdnRegion.AzureFrontDoor => new("X-Geo-Country", null),
            _ => throw new ArgumentOutOfRangeException(nameof(network), network, "Not a known network; name its headers with TrustHeader."),
        });
        return this;
    }

    /// <summary>Trusts headers of the site's own proxy.</summary>
    /// <param name="country">
    /// The header that holds the country (<c>US</c>), or the whole region (<c>US-CA</c>).
    /// </param>
    /// <param name="subdivision">The header that holds the subdivision (<c>CA</c> or <c>US-CA</c>), or <see langword="null"/>.</param>
    /// <returns>These options, for more.</returns>
    public RegionOptions TrustHeader(string country, string? subdivision)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(country);
        _headers.Add(new(country, subdivision));
        return this;
    }

    /// <summary>Trusts a header of the site's own proxy.</summary>
    /// <param name="region">The header that holds the country (<c>US</c>), or the whole region (<c>US-CA</c>).</param>
    /// <returns>These options, for more.</returns>
    public RegionOptions TrustHeader(string region) => TrustHeader(region, null);

    internal sealed record RegionHeaders(string Country, string? Subdivision);
}
