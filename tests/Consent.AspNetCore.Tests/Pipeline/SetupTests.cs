using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Consent.AspNetCore.Tests;

public class SetupTests
{
    [Fact]
    public void WithoutAddConsent_EveryEntrySaysWhatToAdd()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new());
        builder.Services.AddRouting();
        builder.WebHost.UseTestServer();
        WebApplication app = builder.Build();
        DefaultHttpContext context = new();

        foreach (Action call in (Action[])[() => app.UseConsent(), () => app.MapConsent(), () => context.GetConsent(), () => context.GetConsentPolicy()])
        {
            Assert.Contains("builder.Services.AddConsent(", Assert.Throws<InvalidOperationException>(call).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Decision_WithinARequest_IsMadeOnceAndKept()
    {
        await using Site site = await Site.StartAsync(static async context =>
        {
            ConsentDecision before = context.GetConsent();
            context.Request.Headers["Sec-GPC"] = "1";
            Assert.Equal(before, context.GetConsent());
            Assert.Same(context.GetConsentPolicy(), before.Policy);
            await context.Response.WriteAsync(before.ReasonFor("marketing").ToString());
        });

        Assert.Equal("NotAsked", await (await site.GetAsync()).TextAsync());
    }

    [Fact]
    public async Task Answer_ThroughTheFeature_MakesANewDecisionAndSetsOneCookie()
    {
        await using Site site = await Site.StartAsync(static context =>
        {
            IConsentFeature feature = context.Features.GetRequiredFeature<IConsentFeature>();
            feature.Answer("analytics", granted: true);
            feature.Answer("marketing", granted: false);
            Assert.True(context.GetConsent().Allows("analytics"));
            Assert.Equal(Reason.Refused, context.GetConsent().ReasonFor("marketing"));
            Assert.Throws<ArgumentException>(() => feature.Answer("nothing", granted: true));
            return Task.CompletedTask;
        });

        Assert.Single((await site.GetAsync()).SetCookies());
    }

    [Fact]
    public async Task ChoiceCookie_WithADomain_HasTheSecurePrefix()
    {
        await using Site site = await Site.StartAsync(
            static c =>
            {
                c.Features.GetRequiredFeature<IConsentFeature>().RefuseAll();
                return Task.CompletedTask;
            },
            """{ "choice": { "cookie": { "name": "pc", "domain": "shop.example" } } }""");

        string cookie = Assert.Single((await site.GetAsync()).SetCookies());

        Assert.Matches("^__Secure-pc=[^;]+; domain=shop.example; max-age=34560000; path=/; samesite=lax; secure$", cookie);
    }

    [Fact]
    public async Task ChoiceCookie_OnHttp_IsPlain()
    {
        await using Site site = await Site.StartAsync(new SiteSetup
        {
            Address = new("http://localhost"),
            Pipeline = static app => Site.UseAll(app, static c =>
            {
                c.Features.GetRequiredFeature<IConsentFeature>().RefuseAll();
                return Task.CompletedTask;
            }),
        });

        Assert.Matches("^privacy=[^;]+; max-age=34560000; path=/; samesite=lax$", Assert.Single((await site.GetAsync()).SetCookies()));
    }

    [Fact]
    public async Task ChoiceCookie_FromAnExceptionHandlersRequest_StillLeaves()
    {
        await using Site site = await Site.StartAsync(new SiteSetup
        {
            Pipeline = static app =>
            {
                app.UseExceptionHandler(static e => e.Run(static c => c.Response.WriteAsync("sorry")));
                app.Run(static c =>
                {
                    c.Features.GetRequiredFeature<IConsentFeature>().RefuseAll();
                    throw new InvalidDataException();
                });
            },
        });

        Assert.Single((await site.GetAsync()).SetCookies());
    }

    [Fact]
    public async Task FixedRegion_ThatIsNone_StopsTheStart()
    {
        OptionsValidationException exception = await Assert.ThrowsAsync<OptionsValidationException>(() => Site.StartAsync(new SiteSetup
        {
            Options = static o => o.Regions.Fixed = "Germany",
            Pipeline = static app => app.UseConsent(),
        }));

        Assert.Contains("Regions.Fixed", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddConsent_CalledTwice_GatesOnceByTheLastPolicy()
    {
        await using Site site = await Site.StartAsync(new SiteSetup
        {
            Services = static s => s.AddConsent(),
            Pipeline = static app => Site.UseAll(app, static c => c.Response.WriteAsync(c.GetConsentPolicy().Services.Length.ToString(System.Globalization.CultureInfo.InvariantCulture))),
        });

        Assert.Equal("3", await (await site.GetAsync()).TextAsync());
    }
}
