using Microsoft.AspNetCore.Builder;

namespace Consent.AspNetCore.Tests.Razor;

public sealed class ConsentBannerTagHelperTests
{
    [Fact]
    public async Task Place_InAPage_IsMarkedAndToldToTheGate()
    {
        bool told = false;
        await using RazorSite site = await RazorSite.StartAsync(configure: app => app.Use(async (context, next) =>
        {
            await next(context);
            told = context.Features.Get<IConsentFeature>()!.PagePlacesBanner;
        }));

        Assert.Equal("<main><div data-pc=\"banner-here\"></div></main>", (await site.GetTextAsync("/banner-here")).Trim());
        Assert.True(told);
    }
}
