using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Consent.AspNetCore.Tests;

public class RegionTests
{
    [Theory]
    [InlineData(CdnRegion.Cloudflare, "CF-IPCountry", "US", "CF-Region-Code", "CA", "US-CA")]
    [InlineData(CdnRegion.Cloudflare, "CF-IPCountry", "T1", null, null, null)]
    [InlineData(CdnRegion.Cloudflare, "CF-IPCountry", "XX", null, null, null)]
    [InlineData(CdnRegion.CloudFront, "CloudFront-Viewer-Country", "DE", "CloudFront-Viewer-Country-Region", "BE", "DE-BE")]
    [InlineData(CdnRegion.Fastly, "Fastly-Geo-Country-Code", "US", "Fastly-Geo-Region", "TX", "US-TX")]
    [InlineData(CdnRegion.Vercel, "X-Vercel-IP-Country", "us", "X-Vercel-IP-Country-Region", "CA", "us-CA")]
    [InlineData(CdnRegion.AppEngine, "X-AppEngine-Country", "US", "X-AppEngine-Region", "ca", "US-ca")]
    [InlineData(CdnRegion.AppEngine, "X-AppEngine-Country", "ZZ", "X-AppEngine-Region", "?", null)]
    [InlineData(CdnRegion.AzureFrontDoor, "X-Geo-Country", "FR", null, null, "FR")]
    [InlineData(CdnRegion.Cloudflare, "CF-IPCountry", "US", "CF-Region-Code", "not a code", "US")]
    [InlineData(CdnRegion.Cloudflare, "CF-IPCountry", "<script>", null, null, null)]
    public async Task TrustedNetwork_TellsTheRegion(
        CdnRegion network, string header, string value, string? second, string? secondValue, string? expected)
    {
        await using Site site = await StartAsync(o => o.Trust(network));

        Assert.Equal(expected, await RegionAsync(site, (header, value), (second ?? "X", secondValue ?? "")));
    }

    [Fact]
    public async Task HeaderThatIsNotTrusted_TellsNothing()
    {
        await using Site site = await StartAsync(static o => o.Trust(CdnRegion.Vercel));

        Assert.Null(await RegionAsync(site, ("CF-IPCountry", "US")));
    }

    [Fact]
    public async Task TrustedHeader_SentTwice_TellsNothing()
    {
        await using Site site = await StartAsync(static o => o.TrustHeader("X-Region"));

        Assert.Null(await RegionAsync(site, ("X-Region", "US-CA"), ("X-Region", "US-WY")));
    }

    [Fact]
    public async Task TrustedHeader_OfTheSitesOwnProxy_TellsTheRegion()
    {
        await using Site site = await StartAsync(static o => o.TrustHeader("X-Region"));

        Assert.Equal("US-CA", await RegionAsync(site, ("X-Region", "US-CA")));
    }

    [Fact]
    public async Task FixedRegion_HoldsWhateverComes()
    {
        await using Site site = await StartAsync(static o =>
        {
            o.Fixed = "DE";
            o.Trust(CdnRegion.Cloudflare);
        });

        Assert.Equal("DE", await RegionAsync(site, ("CF-IPCountry", "US")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OwnResolver_RegisteredBeforeOrAfter_Wins(bool before)
    {
        await using Site site = await Site.StartAsync(new SiteSetup
        {
            Policy = null,
            Services = s =>
            {
                _ = before ? s.AddSingleton<IRegionResolver, Everywhere>() : s;
                s.AddConsent(static o => o.Regions.Fixed = "DE");
                _ = before ? s : s.AddSingleton<IRegionResolver, Everywhere>();
            },
            Pipeline = static app => Site.UseAll(app, static _ => Task.CompletedTask),
        });

        Assert.Equal("JP", await RegionAsync(site));
    }

    [Fact]
    public async Task ResolverThatFails_MakesTheRegionUnknownAndIsToldOnce()
    {
        await using Site site = await Site.StartAsync(new SiteSetup
        {
            Services = static s => s.AddSingleton<IRegionResolver, Broken>(),
            Pipeline = static app => Site.UseAll(app, static _ => Task.CompletedTask),
        });

        Assert.Null(await RegionAsync(site));
        Assert.Null(await RegionAsync(site));

        Assert.Single(site.Log.Of("RegionResolverFailed"));
    }

    [Theory]
    [InlineData("prefetch;anonymous-client-ip", null)]
    [InlineData("prefetch; anonymous-client-ip=?1", null)]
    [InlineData("prefetch;prerender;anonymous-client-ip", null)]
    [InlineData("other, prefetch;anonymous-client-ip", null)]
    [InlineData("prefetch", "US-CA")]
    [InlineData("prefetch;anonymous-client-ip=?0", "US-CA")]
    [InlineData("anonymous-client-ip-not", "US-CA")]
    [InlineData("", "US-CA")]
    public async Task HiddenAddress_MakesTheRegionUnknown(string purpose, string? expected)
    {
        await using Site site = await StartAsync(static o => o.Fixed = "US-CA");

        Assert.Equal(expected, await RegionAsync(site, ("Sec-Purpose", purpose)));
    }

    private static Task<Site> StartAsync(Action<RegionOptions> configure) => Site.StartAsync(new SiteSetup
    {
        Options = o => configure(o.Regions),
        Pipeline = static app => Site.UseAll(app, static _ => Task.CompletedTask),
    });

    private static async Task<string?> RegionAsync(Site site, params (string, string)[] headers) =>
        (await (await site.GetAsync("/privacy-choices/state", headers)).JsonAsync()).GetProperty("region").GetString();

    private sealed class Broken : IRegionResolver
    {
        public string? Resolve(HttpContext context) => throw new InvalidDataException("no database");
    }

    private sealed class Everywhere : IRegionResolver
    {
        public string? Resolve(HttpContext context) => "JP";
    }
}
