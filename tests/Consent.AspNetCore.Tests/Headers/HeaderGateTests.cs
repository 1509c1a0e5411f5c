using Microsoft.AspNetCore.Http;

namespace Consent.AspNetCore.Tests;

public class HeaderGateTests
{
    public const string Hosts = """
        { "services": [
            { "id": "stats", "category": "analytics", "hosts": ["stats.example"] },
            { "id": "ads", "category": "marketing", "hosts": ["ads.example", "xn--bcher-kva.example", "10.1.2.3"] },
            { "id": "pay", "category": "necessary", "hosts": ["pay.example"] } ] }
        """;

    [Theory]
    [InlineData("Link", "<https://ads.example/a.js>; rel=preload; as=script", null)]
    [InlineData("Link", "<//ads.example>; rel=preconnect", null)]
    [InlineData("Link", "<https://px.ads.example./>; rel=\"dns-prefetch\"", null)]
    [InlineData("Link", "<https://ads.example/a.css>; rel=stylesheet", null)]
    [InlineData("Link", "<https://ads.example/a>; rel=next", null)]
    [InlineData("Link", "<https://ads.example/a>; rel=\"canonical prefetch\"", null)]
    [InlineData("Link", "<https://ads.example/a>; rel=canonical", "<https://ads.example/a>; rel=canonical")]
    [InlineData("Link", "</own.css>; rel=preload;  as=style , <https://ads.example/a,b.js>; rel=modulepreload", "</own.css>; rel=preload;  as=style")]
    [InlineData("Link", "<https://ads.example/a>; rel=prefetch; title=\"a, b\", <https://pay.example/p>; rel=preconnect", "<https://pay.example/p>; rel=preconnect")]
    [InlineData("Link", "</a.jpg>; rel=preload; as=image; imagesrcset=\"/a.jpg 1x, https://ads.example/b.jpg 2x\"", null)]
    [InlineData("Link", "</a>; rel=preload; title=\"open, <https://ads.example/a.js>; rel=preload", null)]
    [InlineData("Link", "<https://other.example/a.js>; rel=preload", "<https://other.example/a.js>; rel=preload")]
    [InlineData("Link", "<https://notads.example/a.js>; rel=preload", "<https://notads.example/a.js>; rel=preload")]
    [InlineData("Link", "<https://www.shop.example/a.js>; rel=preload", "<https://www.shop.example/a.js>; rel=preload")]
    [InlineData("Speculation-Rules", "\"/own.json\", \"https://ads.example/r.json\"", "\"/own.json\"")]
    [InlineData("Reporting-Endpoints", "a=\"https://ads.example/r\", default=\"/r\"", "default=\"/r\"")]
    [InlineData("Reporting-Endpoints", "a=\"https:\\\\\\\\ads.example/r\"", null)]
    [InlineData("Report-To", "{\"group\":\"a\",\"max_age\":9,\"endpoints\":[{\"url\":\"https://ads.example/r\"}]}, {\"group\":\"b\", \"max_age\":9,\"endpoints\":[{\"url\":\"/r\"}]}", "{\"group\":\"b\", \"max_age\":9,\"endpoints\":[{\"url\":\"/r\"}]}")]
    [InlineData("Report-To", "/* */{\"group\":\"a\",\"max_age\":9,\"endpoints\":[{\"url\":\"https:\\u002f/ads.example/r\"}]}", null)]
    [InlineData("Refresh", "5; url=https://ads.example/", null)]
    [InlineData("Refresh", "5;URL = 'https:\\\\ads.example/'", null)]
    [InlineData("Refresh", "0,https://ads.example/", null)]
    [InlineData("Refresh", "5; url=/next", "5; url=/next")]
    [InlineData("Refresh", "5", "5")]
    [InlineData("SourceMap", "https://ads.example/a.map", null)]
    [InlineData("X-SourceMap", "//ads.example/a.map", null)]
    [InlineData("SourceMap", "/a.map", "/a.map")]
    [InlineData("Content-Security-Policy", "default-src 'self'; report-uri https://ads.example/r /own ; img-src *", "default-src 'self'; report-uri /own; img-src *")]
    [InlineData("Content-Security-Policy-Report-Only", "default-src 'self'; Report-URI https://ads.example/r", "default-src 'self'")]
    [InlineData("Content-Security-Policy", "img-src https://ads.example; report-uri /own", "img-src https://ads.example; report-uri /own")]
    public async Task Header_ThatLeadsToADeniedHost_LosesThatMemberAlone(string name, string value, string? left)
    {
        await using Site site = await Answering(name, value);

        Assert.Equal(left, Line(await site.GetAsync(), name));
    }

    [Theory]
    [InlineData("https://ADS.example/a")]
    [InlineData("HTTPS:ads.example/a")]
    [InlineData("https:\\\\ads.example/a")]
    [InlineData("/\\ads.example/a")]
    [InlineData("///ads.example/a")]
    [InlineData("https://me:pw@ads.example:8443/a")]
    [InlineData("https://shop.example@ads.example?q")]
    [InlineData("https://%61ds.example/a")]
    [InlineData("https://ads%2Eexample/a")]
    [InlineData("https://ads.exam\tple/a")]
    [InlineData("\t //ads.example/a ")]
    [InlineData("wss://ads.example/a")]
    [InlineData("https://10.1.515/a")]
    [InlineData("https://0x0a010203/a")]
    public async Task Link_SpelledOddly_IsReadAsBrowsersReadIt(string url)
    {
        await using Site site = await Answering("Link", $"<{url}>; rel=preload");

        Assert.Null(Line(await site.GetAsync(), "Link"));
    }

    [Theory]
    [InlineData("https://b\u00FCcher.example/")]
    [InlineData("https://b%C3%BCcher.example/")]
    [InlineData("https://\uFF41ds\u3002example/")]
    [InlineData("https://a\u00ADds.example/")]
    public void Host_InAnotherScript_IsItsAsciiForm(string url)
    {
        HeaderUrl.Find(url, out string host);

        Assert.NotNull(ConsentPolicy.Parse(System.Text.Encoding.UTF8.GetBytes(Hosts)).FindHost(host));
    }

    [Fact]
    public async Task Header_AfterAGrant_LeavesAsItIs()
    {
        const string value = "<https://ads.example/a.js>; rel=preload, <https://stats.example>; rel=preconnect";
        await using Site site = await Answering("Link", value);

        Assert.Equal(value, Line(await site.GetAsync("/", site.Granted("analytics", "marketing")), "Link"));
        Assert.Equal("<https://stats.example>; rel=preconnect", Line(await site.GetAsync("/", site.Granted("analytics")), "Link"));
    }

    [Fact]
    public async Task Header_ThatDependsOnTheVisitor_IsKeptFromSharedCaches()
    {
        await using Site site = await Answering("SourceMap", "https://stats.example/a.map", "text/javascript");

        HttpResponseMessage response = await site.GetAsync("/", site.Granted("analytics"));

        Assert.Equal("https://stats.example/a.map", Line(response, "SourceMap"));
        Assert.Equal("private, no-cache", response.Headers.CacheControl!.ToString().Replace("no-cache, private", "private, no-cache", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Header_InReportMode_PassesAndIsLoggedOnce()
    {
        const string value = "<https://ads.example/a.js>; rel=preload";
        await using Site site = await Site.StartAsync(
            c =>
            {
                c.Response.Headers.Link = value;
                return Task.CompletedTask;
            },
            Hosts.Replace("{ \"services\"", "{ \"enforcement\": \"report\", \"services\"", StringComparison.Ordinal));

        Assert.Equal(value, Line(await site.GetAsync(), "Link"));
        Assert.Equal(value, Line(await site.GetAsync(), "Link"));
        Assert.Contains("ads.example", Assert.Single(site.Log.Of("HeaderWouldBeHeld")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UndeclaredHost_InStrictMode_IsHeldWhateverWasGranted()
    {
        await using Site site = await Site.StartAsync(
            static c =>
            {
                c.Response.Headers.Link = new(["<https://cdn.example/a.js>; rel=preload", "</own.js>; rel=preload"]);
                return Task.CompletedTask;
            },
            """{ "strict": true }""");

        HttpResponseMessage response = await site.GetAsync("/", site.GrantedAll());

        Assert.Equal("</own.js>; rel=preload", Line(response, "Link"));
        Assert.Contains("\"hosts\": [ \"cdn.example\" ]", Assert.Single(site.Log.Of("HeaderHostUndeclared")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NetworkErrorLogging_ToADeniedGroup_IsEnded()
    {
        await using Site site = await Site.StartAsync(
            static c =>
            {
                c.Response.Headers["Report-To"] = """{"group":"nel","max_age":86400,"endpoints":[{"url":"https://ads.example/nel"}]}""";
                c.Response.Headers["NEL"] = """{"report_to":"nel","max_age":86400}""";
                return Task.CompletedTask;
            },
            Hosts);

        HttpResponseMessage response = await site.GetAsync();

        Assert.Null(Line(response, "Report-To"));
        Assert.Equal("""{"report_to":"nel","max_age":0}""", Line(response, "NEL"));
    }

    [Fact]
    public async Task KnownHost_OfTheCatalogue_IsHeldToo()
    {
        await using Site site = await Answering("Link", "<https://www.google-analytics.com/>; rel=preconnect", policy: "{}");

        Assert.Null(Line(await site.GetAsync(), "Link"));
    }

    [Fact]
    public async Task OwnHost_ThatTheCatalogueKnows_IsTheSiteItself()
    {
        const string value = "<https://www.google-analytics.com/own.js>; rel=preload";
        await using Site site = await Site.StartAsync(new SiteSetup
        {
            Policy = "{}",
            Address = new("https://www.google-analytics.com:8443"),
            Pipeline = static app => Site.UseAll(app, static c =>
            {
                c.Response.Headers.Link = value;
                return Task.CompletedTask;
            }),
        });

        Assert.Equal(value, Line(await site.GetAsync(), "Link"));
    }

    private static Task<Site> Answering(string name, string value, string? contentType = null, string policy = Hosts) => Site.StartAsync(
        c =>
        {
            c.Response.ContentType = contentType;
            c.Response.Headers[name] = value;
            return Task.CompletedTask;
        },
        policy);

    private static string? Line(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out System.Net.Http.Headers.HeaderStringValues lines) ? string.Join(" | ", lines) : null;
}
