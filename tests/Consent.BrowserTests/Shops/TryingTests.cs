using System.Net.Http.Json;
using System.Text.Json;

namespace Consent.BrowserTests.Shops;

public sealed class TryingTests
{
    [Theory]
    [InlineData("Development", "opt-out")]
    [InlineData("Production", "opt-in")]
    public async Task RegionHeader_ByEnvironment_CountsInDevelopmentOnly(string environment, string regime)
    {
        await using ShopServer shop = new(environment);
        using HttpClient client = new();
        using HttpRequestMessage request = new(HttpMethod.Get, shop.Url("/privacy-choices/state"));
        request.Headers.Add("X-Region", "US-CA");

        using HttpResponseMessage response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        JsonElement state = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal(regime, state.GetProperty("regime").GetString());
    }
}
