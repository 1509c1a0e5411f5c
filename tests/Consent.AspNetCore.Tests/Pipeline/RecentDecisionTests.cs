using Microsoft.AspNetCore.Http;

namespace Consent.AspNetCore.Tests;

/// <summary>A visitor's requests follow each other: what was decided a moment ago must not outlive what it was decided by.</summary>
public sealed class RecentDecisionTests
{
    private const string Analytics = "analytics";

    [Fact]
    public async Task Grant_AskedForAgainAndAgain_LapsesToTheSecond()
    {
        await using Site site = await StartAsync();
        string cookie = Cookie(site, static (policy, now) => new ConsentChoice().GrantAll(policy, now));
        await AssertAsync(site, cookie, "Granted", times: 4);

        site.Time.Advance(TimeSpan.FromDays(180) - TimeSpan.FromSeconds(1));
        await AssertAsync(site, cookie, "Granted", times: 4);

        site.Time.Advance(TimeSpan.FromSeconds(1));
        await AssertAsync(site, cookie, "NotAsked", times: 4);
    }

    [Fact]
    public async Task Refusal_AskedForAgainAndAgain_IsAskedAboutWhenTheWaitIsOver()
    {
        await using Site site = await StartAsync();
        string cookie = Cookie(site, static (policy, now) => ConsentChoice.RefuseAll(policy, now));
        await AssertAsync(site, cookie, "Refused", prompt: "None", times: 4);

        site.Time.Advance(TimeSpan.FromDays(180));
        await AssertAsync(site, cookie, "Refused", prompt: "Ask", times: 4);
    }

    [Fact]
    public async Task GrantFromAhead_IsBelievedOnceItIsNotFarAhead()
    {
        await using Site site = await StartAsync();
        string cookie = Cookie(site, static (policy, now) => new ConsentChoice().GrantAll(policy, now.AddMinutes(6)));
        await AssertAsync(site, cookie, "NotAsked", times: 4);

        site.Time.Advance(TimeSpan.FromMinutes(1));
        await AssertAsync(site, cookie, "Granted", times: 4);
    }

    [Fact]
    public async Task SameCookie_WithAndWithoutASignal_IsDecidedEachByItself()
    {
        await using Site site = await StartAsync();
        string cookie = Cookie(site, static (policy, now) => new ConsentChoice().GrantAll(policy, now));
        for (int i = 0; i < 4; i++)
        {
            Assert.Equal("Granted/None", await AskAsync(site, cookie));
            Assert.Equal("Dnt/Honored", await AskAsync(site, cookie, ("DNT", "1")));
        }
    }

    [Fact]
    public async Task SecondCookie_BesideOneThatWasJustSeen_StillCounts()
    {
        await using Site site = await StartAsync();
        string granted = Cookie(site, static (policy, now) => new ConsentChoice().GrantAll(policy, now));
        string refused = Cookie(site, static (policy, now) => ConsentChoice.RefuseAll(policy, now));
        await AssertAsync(site, granted, "Granted", times: 4);

        await AssertAsync(site, $"{granted}; {refused}", "Refused", times: 4);
        await AssertAsync(site, $"{refused}; a=b; {granted}", "Refused", times: 4);
    }

    private static Task<Site> StartAsync() => Site.StartAsync(static context =>
    {
        ConsentDecision decision = context.GetConsent();
        return context.Response.WriteAsync($"{decision.ReasonFor(Analytics)}/{decision.Prompt}");
    });

    private static string Cookie(Site site, Func<ConsentPolicy, DateTimeOffset, ConsentChoice> choose) =>
        "__Host-privacy=" + ChoiceCookie.Format(choose(site.Policy, site.Time.GetUtcNow()), site.Policy);

    private static async Task AssertAsync(Site site, string cookie, string reason, int times, string? prompt = null)
    {
        for (int i = 0; i < times; i++)
        {
            string said = await AskAsync(site, cookie);
            Assert.StartsWith(reason + "/" + prompt, said, StringComparison.Ordinal);
        }
    }

    private static async Task<string> AskAsync(Site site, string cookie, params (string, string)[] headers) =>
        await (await site.GetAsync("/", [("Cookie", cookie), .. headers])).TextAsync();
}
