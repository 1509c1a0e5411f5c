using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Consent.AspNetCore.Tests;

public class CspHeaderTests
{
    private const string Enforced = "Content-Security-Policy";
    private const string ReportOnly = "Content-Security-Policy-Report-Only";

    private const string Services = """
        "services": [
            { "id": "stats", "category": "analytics", "hosts": ["stats.example"] },
            { "id": "ads", "category": "marketing", "hosts": ["ads.example", "px.stats.example"] },
            { "id": "pay", "category": "necessary", "hosts": ["pay.example"] },
            { "id": "dev", "category": "necessary", "hosts": ["127.0.0.1"] } ]
        """;

    private static readonly string s_strict = $$"""{ "strict": true, {{Services}} }""";

    [Fact]
    public async Task StrictPage_BeforeAChoice_AllowsItselfAndWhatIsRequired()
    {
        await using Site site = await PageAsync(s_strict);

        Dictionary<string, string> csp = Directives(await site.GetAsync(), Enforced);

        Assert.Equal("'self' 'unsafe-inline' 'unsafe-eval' 'wasm-unsafe-eval' data: blob: pay.example:* *.pay.example:* 127.0.0.1:*", csp["script-src"]);
        Assert.Equal(
            "'self' data: blob: pay.example:* *.pay.example:* 127.0.0.1:* wss://pay.example:* wss://*.pay.example:* wss://127.0.0.1:*",
            csp["connect-src"]);
        Assert.All(
            (string[])["img-src", "style-src", "font-src", "media-src", "frame-src", "worker-src", "manifest-src", "object-src", "form-action", "default-src"],
            directive =>
            {
                Assert.StartsWith("'self' ", csp[directive], StringComparison.Ordinal);
                Assert.Contains(" *.pay.example:*", csp[directive], StringComparison.Ordinal);
                Assert.DoesNotContain("stats.example", csp[directive], StringComparison.Ordinal);
                Assert.DoesNotContain("ads.example", csp[directive], StringComparison.Ordinal);
            });
        Assert.Equal("/privacy-choices/reports", csp["report-uri"]);
        Assert.Equal("pc-csp", csp["report-to"]);
    }

    [Fact]
    public async Task StrictPage_AfterAGrant_AllowsThatCategoryAndNoWildcardOverADeniedHost()
    {
        await using Site site = await PageAsync(s_strict);

        string images = Directives(await site.GetAsync("/", site.Granted("analytics")), Enforced)["img-src"];    // two hosts: grouped

        Assert.Contains(" stats.example:*", images, StringComparison.Ordinal);
        Assert.DoesNotContain("*.stats.example", images, StringComparison.Ordinal);
        Assert.DoesNotContain("px.stats.example", images, StringComparison.Ordinal);
        Assert.Contains(" *.stats.example:*", Directives(await site.GetAsync("/", site.GrantedAll()), Enforced)["default-src"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task SitesOwnPolicy_StaysBesideOurs()
    {
        const string own = "default-src 'self'; script-src 'nonce-abc' 'strict-dynamic'";
        await using Site site = await PageAsync(s_strict, c =>
        {
            c.Response.Headers.ContentSecurityPolicy = own;
            c.Response.Headers["Reporting-Endpoints"] = "default=\"/r\"";
        });

        HttpResponseMessage response = await site.GetAsync();

        string[] lines = [.. response.Headers.NonValidated[Enforced]];
        Assert.Equal(2, lines.Length);
        Assert.Equal(own, lines[0]);
        Assert.DoesNotContain("nonce", lines[1], StringComparison.Ordinal);
        Assert.Equal(["default=\"/r\"", "pc-csp=\"/privacy-choices/reports\""], response.Headers.NonValidated["Reporting-Endpoints"]);
    }

    [Theory]
    [InlineData("{ \"csp\": \"off\" }", null)]
    [InlineData("{ }", null)]
    [InlineData("{ \"strict\": true, \"csp\": \"off\" }", null)]
    [InlineData("{ \"csp\": \"enforce\" }", Enforced)]
    [InlineData("{ \"strict\": true }", Enforced)]
    [InlineData("{ \"csp\": \"report-only\" }", ReportOnly)]
    [InlineData("{ \"strict\": true, \"csp\": \"report-only\" }", ReportOnly)]
    [InlineData("{ \"strict\": true, \"enforcement\": \"report\" }", ReportOnly)]
    public async Task Mode_DecidesWhichHeaderIsSent(string policy, string? header)
    {
        await using Site site = await PageAsync(policy);

        HttpResponseMessage response = await site.GetAsync();

        Assert.Equal(header == Enforced, response.Headers.Contains(Enforced));
        Assert.Equal(header == ReportOnly, response.Headers.Contains(ReportOnly));
        Assert.Equal(header == Enforced, (await response.TextAsync()).Contains("\"reload\":true", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("text/html", null, true)]
    [InlineData("TEXT/HTML ; charset=utf-16", null, true)]
    [InlineData("application/xhtml+xml", null, true)]
    [InlineData("image/svg+xml", null, true)]
    [InlineData(null, null, true)]
    [InlineData("application/json", null, false)]
    [InlineData("text/javascript", null, false)]
    [InlineData("text/javascript", "worker", true)]
    [InlineData("text/javascript", "serviceworker", true)]
    public async Task Policy_ComesWithAllThatBrowsersRunAsAPage(string? type, string? destination, bool comes)
    {
        await using Site site = await Site.StartAsync(
            async c =>
            {
                c.Response.ContentType = type;
                await c.Response.Body.WriteAsync("<p>"u8.ToArray());
            },
            s_strict);

        HttpResponseMessage response = destination is null ? await site.GetAsync() : await site.GetAsync("/", ("Sec-Fetch-Dest", destination));

        Assert.Equal(comes, response.Headers.Contains(Enforced));
        Assert.Equal(comes, response.Headers.CacheControl is { Private: true });
    }

    [Fact]
    public async Task Redirect_WithoutAType_IsNoPage()
    {
        await using Site site = await Site.StartAsync(
            static c =>
            {
                c.Response.Redirect("/next");
                return Task.CompletedTask;
            },
            s_strict);

        HttpResponseMessage response = await site.GetAsync();

        Assert.False(response.Headers.Contains(Enforced));
        Assert.Null(response.Headers.CacheControl);
    }

    [Fact]
    public async Task Page_ThatIsCompressed_StillHasThePolicy()
    {
        await using Site site = await PageAsync(s_strict, static c => c.Response.Headers.ContentEncoding = "br");

        HttpResponseMessage response = await site.GetAsync();

        Assert.True(response.Headers.Contains(Enforced));
        Assert.Equal("<!DOCTYPE html><title>x</title>", await response.TextAsync());
    }

    [Fact]
    public async Task Page_WithoutUseConsent_StillHasThePolicy()
    {
        await using Site site = await Site.StartAsync(new SiteSetup
        {
            Policy = s_strict,
            Pipeline = static app => app.Run(static c => Results.Content("<p>", "text/html").ExecuteAsync(c)),
        });

        Assert.True((await site.GetAsync()).Headers.Contains(Enforced));
    }

    [Fact]
    public async Task Page_BeneathAPathBaseOnHttp_ReportsThereByUriAlone()
    {
        await using Site site = await Site.StartAsync(new SiteSetup
        {
            Policy = s_strict,
            Address = new("http://shop.example"),
            Pipeline = static app =>
            {
                app.UsePathBase("/shop;a");
                Site.UseAll(app, Answer);
            },
        });

        HttpResponseMessage response = await site.GetAsync("/shop;a/page");
        Dictionary<string, string> csp = Directives(response, Enforced);

        Assert.Equal("/shop%3Ba/privacy-choices/reports", csp["report-uri"]);
        Assert.False(csp.ContainsKey("report-to"));
        Assert.False(response.Headers.Contains("Reporting-Endpoints"));
        Assert.Contains(" ws://pay.example:*", csp["connect-src"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Policy_OfVeryManyHosts_IsWrittenByDefaultSrc()
    {
        string hosts = string.Join(',', Enumerable.Range(0, 100).Select(static i => $"\"host{i}.example\""));
        await using Site site = await PageAsync($$"""{ "strict": true, "services": [ { "id": "many", "category": "necessary", "hosts": [{{hosts}}] } ] }""");

        Dictionary<string, string> csp = Directives(await site.GetAsync(), Enforced);

        Assert.Equal(["form-action", "default-src", "report-uri", "report-to"], csp.Keys);
        Assert.Contains(" wss://*.host99.example:*", csp["default-src"], StringComparison.Ordinal);
        Assert.Contains(" *.host99.example:*", csp["default-src"], StringComparison.Ordinal);
        Assert.Contains(" 'unsafe-inline' ", csp["default-src"], StringComparison.Ordinal);
        Assert.Contains(" *.host99.example:*", csp["form-action"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ServiceNamedById_BringsItsCatalogueHosts()
    {
        await using Site site = await PageAsync("""{ "strict": true, "services": [ { "id": "google-analytics" } ] }""");

        string images = Directives(await site.GetAsync("/", site.Granted("analytics")), Enforced)["default-src"];

        Assert.Contains("google-analytics.com:*", images, StringComparison.Ordinal);
        Assert.DoesNotContain("google-analytics", Directives(await site.GetAsync(), Enforced)["default-src"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Host_BeneathAnAllowedOne_IsNotNamedTwice()
    {
        await using Site site = await PageAsync("""
            { "strict": true, "services": [ { "id": "pay", "category": "necessary", "hosts": ["pay.example", "js.pay.example"] } ] }
            """);

        Assert.Equal("'self' data: blob: pay.example:* *.pay.example:*", Directives(await site.GetAsync(), Enforced)["font-src"]);
    }

    [Fact]
    public async Task Policy_OfTwelveHosts_LeavesRoomInAProxysFourKilobytes()
    {
        string hosts = string.Join(',', Enumerable.Range(0, 12).Select(static i => $"\"host{i}.vendor.example\""));
        await using Site site = await PageAsync($$"""{ "strict": true, "services": [ { "id": "many", "category": "necessary", "hosts": [{{hosts}}] } ] }""");

        Assert.InRange(Assert.Single((await site.GetAsync()).Headers.NonValidated[Enforced]).Length, 1, 3072);
    }

    [Fact]
    public async Task Policy_OverTheWire_IsALineOfItsOwn()
    {
        await using Site site = await Site.StartAsync(new SiteSetup
        {
            Policy = s_strict,
            Kestrel = true,
            Pipeline = static app => Site.UseAll(app, static c =>
            {
                c.Response.Headers.ContentSecurityPolicy = "img-src *; report-uri https://ads.example/r";
                c.Response.Headers.Link = "<https://ads.example/a.js>; rel=preload, </a.css>; rel=preload";
                return Answer(c);
            }),
        });

        HttpResponseMessage response = await site.GetAsync();

        string[] lines = [.. response.Headers.NonValidated[Enforced]];
        Assert.Equal(2, lines.Length);
        Assert.Equal("img-src *", lines[0]);
        Assert.Equal("</a.css>; rel=preload", Assert.Single(response.Headers.NonValidated["Link"]));
    }

    private static Task<Site> PageAsync(string policy, Action<HttpContext>? prepare = null) => Site.StartAsync(
        c =>
        {
            prepare?.Invoke(c);
            return Answer(c);
        },
        policy);

    private static Task Answer(HttpContext context)
    {
        context.Response.ContentType = "text/html";
        return context.Response.WriteAsync("<!DOCTYPE html><title>x</title>");
    }

    private static Dictionary<string, string> Directives(HttpResponseMessage response, string header) =>
        Assert.Single(response.Headers.NonValidated[header]).Split("; ")
            .ToDictionary(static d => d[..d.IndexOf(' ', StringComparison.Ordinal)], static d => d[(d.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
}
