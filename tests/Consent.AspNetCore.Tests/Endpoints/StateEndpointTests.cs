using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Consent.AspNetCore.Tests;

public class StateEndpointTests
{
    [Fact]
    public async Task State_OfAFirstVisit_IsTheDecisionAsJson()
    {
        await using Site site = await Site.StartAsync(static _ => Task.CompletedTask);

        HttpResponseMessage response = await site.GetAsync("/privacy-choices/state");

        Assert.Equal("application/json; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        Assert.Equal(
            $$$"""
            {"categories":{"necessary":{"allowed":true,"reason":"Required"},"preferences":{"allowed":false,"reason":"NotAsked"},"analytics":{"allowed":false,"reason":"NotAsked"},"marketing":{"allowed":false,"reason":"NotAsked"}},"prompt":"Ask","regime":"opt-in","region":null,"signals":{"gpc":false,"dnt":null},"policy":"{{{site.Policy.Hash}}}"}
            """,
            await response.TextAsync());
    }

    [Fact]
    public async Task State_WithSignals_NamesThem()
    {
        await using Site site = await Site.StartAsync(static _ => Task.CompletedTask);

        HttpResponseMessage response = await site.GetAsync("/privacy-choices/state", ("Sec-GPC", "1"), ("DNT", "0"));

        JsonElement signals = (await response.JsonAsync()).GetProperty("signals");
        Assert.True(signals.GetProperty("gpc").GetBoolean());
        Assert.False(signals.GetProperty("dnt").GetBoolean());
    }

    [Fact]
    public async Task State_AskedByHead_HasNoBody()
    {
        await using Site site = await Site.StartAsync(static _ => Task.CompletedTask);

        HttpResponseMessage response = await site.SendAsync(new(HttpMethod.Head, "/privacy-choices/state"));

        Assert.Equal(StatusCodes.Status200OK, (int)response.StatusCode);
        Assert.Equal("", await response.TextAsync());
    }
}
