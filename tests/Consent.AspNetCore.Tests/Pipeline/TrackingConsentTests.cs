using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Consent.AspNetCore.Tests;

/// <summary>ITrackingConsentFeature, with the behaviours that the built-in one is tested for.</summary>
public class TrackingConsentTests
{
    private const string OptOut = """{ "regions": { "default": "opt-out" } }""";

    [Fact]
    public async Task FirstVisit_WhereTheRegimeIsOptIn_NeedsConsentAndHasNone()
    {
        Seen seen = await AskAsync(static _ => { });

        Assert.Equal(new Seen(IsConsentNeeded: true, HasConsent: false, CanTrack: false), seen);
    }

    [Fact]
    public async Task FirstVisit_WhereTheRegimeIsOptOut_NeedsNoConsentAndCanTrack()
    {
        Seen seen = await AskAsync(static _ => { }, policy: OptOut, region: "US-WY");

        Assert.Equal(new Seen(IsConsentNeeded: false, HasConsent: false, CanTrack: true), seen);
    }

    [Fact]
    public async Task Grant_GivesConsentAndSetsTheCookie()
    {
        HttpResponseMessage? response = null;
        Seen seen = await AskAsync(static f => f.GrantConsent(), r => response = r);

        Assert.Equal(new Seen(IsConsentNeeded: true, HasConsent: true, CanTrack: true), seen);
        Assert.StartsWith("__Host-privacy=", Assert.Single(response!.SetCookies()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Grant_WhereItIsThereAlready_SetsNoCookie()
    {
        HttpResponseMessage? response = null;
        Seen seen = await AskAsync(static f => f.GrantConsent(), r => response = r, cookie: static s => s.GrantedAll());

        Assert.True(seen.HasConsent);
        Assert.Empty(response!.SetCookies());
    }

    [Fact]
    public async Task Grant_AgainstGpc_AllowsNoSale()
    {
        Seen seen = await AskAsync(static f => f.GrantConsent(), gpc: true);

        Assert.Equal(new Seen(IsConsentNeeded: true, HasConsent: false, CanTrack: false), seen);
    }

    [Fact]
    public async Task GrantOfSomeCategories_IsNoConsentToEverything()
    {
        Seen seen = await AskAsync(static _ => { }, cookie: static s => s.Granted("analytics"));

        Assert.Equal(new Seen(IsConsentNeeded: true, HasConsent: false, CanTrack: false), seen);
    }

    [Fact]
    public async Task Cookie_ThatIsNotReadable_GivesNoConsent()
    {
        Seen seen = await AskAsync(static _ => { }, cookie: static _ => ("Cookie", "__Host-privacy=IAmATeapot"), policy: OptOut);

        Assert.False(seen.HasConsent);
        Assert.False(seen.CanTrack);
    }

    [Fact]
    public async Task Withdraw_TakesConsentBackAndSetsTheRefusal()
    {
        HttpResponseMessage? response = null;
        Seen seen = await AskAsync(static f => f.WithdrawConsent(), r => response = r, cookie: static s => s.GrantedAll());

        Assert.Equal(new Seen(IsConsentNeeded: true, HasConsent: false, CanTrack: false), seen);
        Assert.StartsWith("__Host-privacy=", Assert.Single(response!.SetCookies()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdraw_WhereNothingWasGiven_DoesNothing()
    {
        HttpResponseMessage? response = null;
        Seen seen = await AskAsync(static f => f.WithdrawConsent(), r => response = r);

        Assert.False(seen.HasConsent);
        Assert.Empty(response!.SetCookies());
    }

    [Fact]
    public async Task Withdraw_WhereTrackingIsAllowedWithoutAsking_StopsIt()
    {
        HttpResponseMessage? response = null;
        Seen seen = await AskAsync(static f => f.WithdrawConsent(), r => response = r, policy: OptOut, region: "US-WY");

        Assert.False(seen.CanTrack);
        Assert.Single(response!.SetCookies());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AnswerAfterTheResponseStarted_CountsForTheRequestButSetsNoCookie(bool grant)
    {
        await using Site site = await Site.StartAsync(async context =>
        {
            ITrackingConsentFeature feature = context.Features.GetRequiredFeature<ITrackingConsentFeature>();
            await context.Response.WriteAsync("Started.", context.RequestAborted);
            Assert.Equal(!grant, feature.HasConsent);
            (grant ? (Action)feature.GrantConsent : feature.WithdrawConsent)();
            Assert.Equal(grant, feature.HasConsent);
            Assert.Equal(grant, context.GetConsent().Allows("analytics"));
            await context.Response.WriteAsync("Answered.", context.RequestAborted);
        });

        HttpResponseMessage response = await site.GetAsync("/", grant ? ("X", "") : site.GrantedAll());

        Assert.Equal("Started.Answered.", await response.TextAsync());
        Assert.Empty(response.SetCookies());
    }

    [Fact]
    public async Task CreateConsentCookie_IsTheCookieOfAGrant()
    {
        await using Site site = await Site.StartAsync(static context =>
        {
            ITrackingConsentFeature feature = context.Features.GetRequiredFeature<ITrackingConsentFeature>();
            context.Response.Headers["ManualCookie"] = feature.CreateConsentCookie();
            Assert.False(feature.HasConsent);
            feature.GrantConsent();
            return Task.CompletedTask;
        });

        HttpResponseMessage response = await site.GetAsync();

        Assert.Equal(response.SetCookies(), response.Headers.GetValues("ManualCookie"));
    }

    [Fact]
    public async Task CreateConsentCookie_SetAsAHeader_Leaves()
    {
        await using Site site = await Site.StartAsync(static context =>
        {
            context.Response.Headers.SetCookie = context.Features.GetRequiredFeature<ITrackingConsentFeature>().CreateConsentCookie();
            return Task.CompletedTask;
        });

        Assert.Single((await site.GetAsync()).SetCookies());
    }

    [Fact]
    public async Task Deletion_NeedsNoConsent()
    {
        await using Site site = await Site.StartAsync(static context =>
        {
            context.Response.Cookies.Delete("Test");
            context.Response.Cookies.Delete("_stats", new CookieOptions { Path = "/a" });
            return Task.CompletedTask;
        });

        Assert.Equal(2, (await site.GetAsync()).SetCookies().Length);
    }

    private static async Task<Seen> AskAsync(
        Action<ITrackingConsentFeature> act,
        Action<HttpResponseMessage>? look = null,
        Func<Site, (string, string)>? cookie = null,
        string policy = "{}",
        string? region = null,
        bool gpc = false)
    {
        Seen? seen = null;
        await using Site site = await Site.StartAsync(new SiteSetup
        {
            Policy = policy,
            Options = o => o.Regions.Fixed = region,
            Pipeline = app => Site.UseAll(app, context =>
            {
                ITrackingConsentFeature feature = context.Features.GetRequiredFeature<ITrackingConsentFeature>();
                act(feature);
                seen = new(feature.IsConsentNeeded, feature.HasConsent, feature.CanTrack);
                return Task.CompletedTask;
            }),
        });
        HttpResponseMessage response = await site.GetAsync("/", cookie?.Invoke(site) ?? ("X", ""), gpc ? ("Sec-GPC", "1") : ("Y", ""));
        look?.Invoke(response);
        return seen!;
    }

    private sealed record Seen(bool IsConsentNeeded, bool HasConsent, bool CanTrack);
}
