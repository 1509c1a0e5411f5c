using Microsoft.AspNetCore.Http;

namespace Consent.AspNetCore.Tests;

public class AdApisTests
{
    private const string All =
        "browsing-topics=(), attribution-reporting=(), join-ad-interest-group=(), run-ad-auction=(), "
        + "shared-storage=(), shared-storage-select-url=(), private-aggregation=()";

    [Fact]
    public async Task AdApis_WhereSaleIsDenied_AreOff()
    {
        await using Site site = await PageAsync(own: null);

        Assert.Equal([All], await LinesAsync(site));
        Assert.Equal([All], await LinesAsync(site, site.Granted("analytics")));
        Assert.Empty(await LinesAsync(site, site.Granted("marketing")));
        Assert.Equal([All], await LinesAsync(site, site.Granted("marketing"), ("Sec-GPC", "1")));
    }

    [Fact]
    public async Task AdApis_ThatTheSiteSpeaksOfItself_AreLeftToIt()
    {
        const string own = "camera=(), browsing-topics=(self \"https://a.example,b\"), run-ad-auction=*;report-to=x";
        await using Site site = await PageAsync(own);

        Assert.Equal(
            [
                own,
                "attribution-reporting=(), join-ad-interest-group=(), shared-storage=(), shared-storage-select-url=(), private-aggregation=()",
            ],
            await LinesAsync(site));
    }

    [Fact]
    public async Task AdApis_InReportMode_StayOn()
    {
        await using Site site = await PageAsync(own: null, """{ "enforcement": "report" }""");

        Assert.Empty(await LinesAsync(site));
    }

    private static Task<Site> PageAsync(string? own, string policy = "{}") => Site.StartAsync(
        c =>
        {
            c.Response.ContentType = "text/html";
            c.Response.Headers["Permissions-Policy"] = own;
            return c.Response.WriteAsync("<p>");
        },
        policy);

    private static async Task<string[]> LinesAsync(Site site, params (string Name, string Value)[] headers) =>
        (await site.GetAsync("/", headers)).Headers.NonValidated.TryGetValues("Permissions-Policy", out System.Net.Http.Headers.HeaderStringValues lines)
            ? [.. lines] : [];
}
