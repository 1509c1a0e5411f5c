using Microsoft.AspNetCore.Http;

namespace Consent.AspNetCore.Tests;

public class GatewayModesTests
{
    [Fact]
    public async Task Report_HoldsNothingBack()
    {
        await using GatewayBeforeSite gateway = await GatewayBeforeSite.StartAsync(SetCookieAsync, "--report");

        Assert.Single((await gateway.GetAsync()).SetCookies());
    }

    [Fact]
    public async Task Strict_IsInForce()
    {
        using TemporaryFolder folder = new();
        string file = Path.Combine(folder.Path, "consent.json");
        File.WriteAllText(file, """{ "basePath": "/choices", "undeclared": { "cookies": "allow" } }""");
        await using GatewayBeforeSite gateway = await GatewayBeforeSite.StartAsync(SetCookieAsync, "--policy", file, "--strict");

        Assert.True(gateway.Policy.Strict);
        Assert.Equal("/choices", gateway.Policy.BasePath);
        Assert.Empty((await gateway.GetAsync()).SetCookies());
    }

    [Fact]
    public async Task DefaultPolicy_IsOptIn()
    {
        await using GatewayBeforeSite gateway = await GatewayBeforeSite.StartAsync(SetCookieAsync);

        Assert.Equal("opt-in", (await (await gateway.GetAsync("/privacy-choices/state")).JsonAsync()).GetProperty("regime").GetString());
    }

    [Fact]
    public async Task TrustedNetwork_TellsTheRegion()
    {
        await using GatewayBeforeSite trusting = await GatewayBeforeSite.StartAsync(SetCookieAsync, "--trust", "cloudflare");
        await using GatewayBeforeSite plain = await GatewayBeforeSite.StartAsync(SetCookieAsync);

        Assert.Equal("US-TX", await RegionAsync(trusting));
        Assert.Null(await RegionAsync(plain));
    }

    private static async Task<string?> RegionAsync(GatewayBeforeSite gateway)
    {
        HttpResponseMessage state = await gateway.GetAsync("/privacy-choices/state", ("CF-IPCountry", "US"), ("CF-Region-Code", "TX"));
        return (await state.JsonAsync()).GetProperty("region").GetString();
    }

    private static Task SetCookieAsync(HttpContext context)
    {
        context.Response.Headers.SetCookie = "nobodys=1";
        return context.Response.WriteAsync("ok");
    }
}
