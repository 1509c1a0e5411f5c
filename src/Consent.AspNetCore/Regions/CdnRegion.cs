namespace Consent.AspNetCore;

/// <summary>A network in front of the site that tells in request headers where a visitor is.</summary>
public enum CdnRegion
{
    /// <summary>Cloudflare: <c>CF-IPCountry</c>, and <c>CF-Region-Code</c> where "visitor location headers" are on.</summary>
    Cloudflare,

    /// <summary>Amazon CloudFront: <c>CloudFront-Viewer-Country</c> and <c>CloudFront-Viewer-Country-Region</c>.</summary>
    CloudFront,

    /// <summary>Fastly, which has no fixed names: <c>Fastly-Geo-Country-Code</c> and <c>Fastly-Geo-Region</c>, set in VCL from <c>client.geo</c>.</summary>
    Fastly,

    /// <summary>Vercel: <c>X-Vercel-IP-Country</c> and <c>X-Vercel-IP-Country-Region</c>.</summary>
    Vercel,

    /// <summary>Google App Engine: <c>X-AppEngine-Country</c> and <c>X-AppEngine-Region</c>.</summary>
    AppEngine,

    /// <summary>
    /// Azure Front Door, which sends none by itself: <c>X-Geo-Country</c>, set by a rule "modify request header" with the
    /// server variable <c>geo_country</c>.
    /// </summary>
    AzureFrontDoor,
}
