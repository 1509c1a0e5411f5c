using Consent.BrowserTests.Browsers;
using Consent.BrowserTests.Shops;
using Shop.ThirdParties;

namespace Consent.BrowserTests.Browsing;

public sealed class TrackersViewTests(BrowserFixture browsers)
{
    [Theory]
    [BothBrowsers]
    public async Task TrackersView_EachButton_ShowsWhatArrivedAndWhatWasHeld(BrowserKind kind)
    {
        await using ShopServer shop = new();
        await using Visitor visitor = await Visitor.ComeAsync(browsers, shop, kind);
        await visitor.OpenAsync("/trackers");

        foreach (string act in new[] { "first", "refuse", "accept", "withdraw", "gpc" })
        {
            shop.Arrivals.Forget();
            await visitor.Page.Locator($"[data-act={act}]").ClickAsync();
            await visitor.Page.WaitForFunctionAsync("act => document.querySelector(`[data-party=held] [data-cell=${act}]`).textContent !== ''", act);

            Dictionary<string, int> shown = await visitor.Page.EvaluateAsync<Dictionary<string, int>>(
                "act => Object.fromEntries([...document.querySelectorAll('tr[data-party]')].map(r => [r.dataset.party, +r.querySelector(`[data-cell=${act}]`).textContent]))", act);
            Assert.All(ThirdParty.All, party => Assert.Equal(shop.Arrivals.All.Count(r => r.Host == party.Host), shown[party.Host]));
            Assert.Equal(act is "accept", shown[ThirdParty.Ads.Host] > 0);
            Assert.Equal(act is "accept" or "gpc", shown[ThirdParty.Metrics.Host] > 0);
            Assert.Equal(act is not "accept", shown["held"] > 0);
        }
    }
}
