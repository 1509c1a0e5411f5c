using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Consent.AspNetCore.Tests;

public class HtmlGateTests
{
    [Fact]
    public async Task Page_OfAFirstVisit_AsksAndStaysClosed()
    {
        await using Site site = await Site.StartAsync(Page.WriteAsync);

        string html = await (await site.GetAsync()).TextAsync();

        Page.AssertAsks(html);
        Assert.Contains("<html data-pc-prompt=\"Ask\">", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_AfterAGrant_IsOpenAndDoesNotAsk()
    {
        await using Site site = await Site.StartAsync(Page.WriteAsync);

        string html = await (await site.GetAsync("/", site.Granted("analytics"))).TextAsync();

        Page.AssertGated(html);
        Assert.Contains(Page.Opened, html, StringComparison.Ordinal);
        Assert.DoesNotContain("data-pc=\"banner\"", html, StringComparison.Ordinal);
        Assert.Contains("data-pc-prompt=\"None\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_WithGpcAndARefusal_SaysThatItWasHonoured()
    {
        await using Site site = await Site.StartAsync(Page.WriteAsync);

        string html = await (await site.GetAsync("/", ("Sec-GPC", "1"), site.Granted("analytics"))).TextAsync();

        Assert.Contains("data-pc-prompt=\"Honored\"", html, StringComparison.Ordinal);
        Assert.Contains("<body><div data-pc=\"status\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task State_InAPage_IsThatOfTheEndpointAndTheBasePath()
    {
        await using Site site = await Site.StartAsync(Page.WriteAsync);

        string html = await (await site.GetAsync("/", ("DNT", "1"))).TextAsync();
        string state = await (await site.GetAsync("/privacy-choices/state", ("DNT", "1"))).TextAsync();

        Assert.Contains($"data-pc=\"state\">{state[..^1]},\"basePath\":\"/privacy-choices\",\"sale\":[\"marketing\"]}}</script>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/cart?a=b&c=%22d", "value=\"/cart?a=b&amp;c=%22d\"")]
    [InlineData("/", "value=\"/\"")]
    public async Task Banner_OfAPage_LeadsBackToIt(string url, string expected)
    {
        await using Site site = await Site.StartAsync(Page.WriteAsync);

        string html = await (await site.GetAsync(url)).TextAsync();

        Assert.Contains($"name=\"returnUrl\" {expected}", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_UnderAPathBase_PlacesItsUrls()
    {
        await using Site site = await Site.StartAsync(new SiteSetup
        {
            Pipeline = static app =>
            {
                app.UsePathBase("/shop");
                Site.UseAll(app, Page.WriteAsync);
            },
        });

        string html = await (await site.GetAsync("/shop/cart")).TextAsync();

        Assert.Contains("src=\"/shop/privacy-choices/gate.js?v=", html, StringComparison.Ordinal);
        Assert.Contains("action=\"/shop/privacy-choices\"", html, StringComparison.Ordinal);
        Assert.Contains("value=\"/shop/cart\"", html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync("/shop/privacy-choices/state")).StatusCode);
    }

    [Fact]
    public async Task Nonce_OfEachPage_StandsOnEachTag()
    {
        int pages = 0;
        await using Site site = await Site.StartAsync(new SiteSetup
        {
            Options = o => o.Nonce = _ => $"n{++pages}\"",
            Pipeline = static app => Site.UseAll(app, Page.WriteAsync),
        });

        string first = await (await site.GetAsync()).TextAsync();
        string second = await (await site.GetAsync()).TextAsync();

        Assert.Equal(4, first.Split("nonce=\"n1&quot;\"").Length);
        Assert.Equal(4, second.Split("nonce=\"n2&quot;\"").Length);
    }

    [Fact]
    public async Task Page_ThatPlacesItsBanner_GetsItThere()
    {
        await using Site site = await Site.StartAsync(static async c =>
        {
            c.Features.GetRequiredFeature<IConsentFeature>().PagePlacesBanner = true;
            c.Response.ContentType = "text/html";
            await c.Response.WriteAsync("<html><head></head><body><main><div data-pc=\"banner-here\"></div></main></body></html>");
        });

        string html = await (await site.GetAsync()).TextAsync();

        Assert.Contains("<div data-pc=\"banner-here\"><section data-pc=\"banner\"", html, StringComparison.Ordinal);
        Assert.Contains("<body><main>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/json", "{\"a\":\"<body>\"}")]
    [InlineData("text/plain", "<html><body></body></html>")]
    [InlineData("text/htmlx", "<html><body></body></html>")]
    [InlineData("application/xhtml+xml", "<html><body></body></html>")]
    [InlineData("text/event-stream", "data: <body>\n\n")]
    public async Task OtherTypes_LeaveUnchanged(string type, string body)
    {
        await using Site site = await Site.StartAsync(c =>
        {
            c.Response.ContentType = type;
            c.Response.Headers.ETag = "\"1\"";
            c.Response.ContentLength = body.Length;
            return c.Response.WriteAsync(body);
        });

        HttpResponseMessage response = await site.GetAsync();

        Assert.Equal(body, await response.TextAsync());
        Assert.Equal("\"1\"", response.Headers.ETag?.Tag);
        Assert.Equal(body.Length, response.Content.Headers.ContentLength);
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("TEXT/HTML;charset=UTF-8")]
    [InlineData("text/html; charset=\"iso-8859-1\"; x=y")]
    [InlineData("text/html;;")]
    public async Task Html_WithAnyParameters_IsGated(string type)
    {
        await using Site site = await Site.StartAsync(c =>
        {
            c.Response.ContentType = type;
            return c.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(Page.Html)).AsTask();
        });

        Page.AssertAsks(await (await site.GetAsync()).TextAsync());
    }

    [Theory]
    [InlineData("utf-16", "utf-16")]
    [InlineData("utf-16be", "utf-16BE")]
    [InlineData("unicode", "utf-16")]
    [InlineData("iso-2022-jp", "us-ascii")]
    [InlineData(null, "utf-16")]
    public async Task Charset_ThatTheGateCannotRead_PassesUnchangedAndIsToldOnce(string? label, string encoding)
    {
        Encoding charset = Encoding.GetEncoding(encoding);
        byte[] bytes = [.. charset.GetPreamble(), .. charset.GetBytes(Page.Html)];
        await using Site site = await Site.StartAsync(c =>
        {
            c.Response.ContentType = label is null ? "text/html" : $"text/html; charset={label}";
            return c.Response.Body.WriteAsync(bytes).AsTask();
        });

        for (int i = 0; i < 2; i++)
        {
            HttpResponseMessage response = await site.GetAsync();
            Assert.Equal(bytes, await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }

        Assert.Single(site.Log.Of("HtmlCharset"));
    }

    [Theory]
    [InlineData(404)]
    [InlineData(500)]
    [InlineData(410)]
    public async Task ErrorPages_AreGatedToo(int status)
    {
        await using Site site = await Site.StartAsync(c =>
        {
            c.Response.StatusCode = status;
            return Page.WriteAsync(c);
        });

        Page.AssertAsks(await (await site.GetAsync()).TextAsync());
    }

    [Fact]
    public async Task Fragment_FetchedByScript_GetsNothingPlaced()
    {
        const string Fragment = "<li>one</li><li>two</li>";
        await using Site site = await Site.StartAsync(static c =>
        {
            c.Response.ContentType = "text/html";
            return c.Response.WriteAsync(Fragment);
        });

        Assert.Equal(Fragment, await (await site.GetAsync("/", ("Sec-Fetch-Dest", "empty"))).TextAsync());
    }

    [Fact]
    public async Task ErrorPage_OfAPipelineThatRunsAgain_IsGatedOnce()
    {
        await using Site site = await Site.StartAsync(new SiteSetup
        {
            Kestrel = true,
            Pipeline = static app =>
            {
                app.UseExceptionHandler("/error");
                app.UseRouting();
                app.UseConsent();
                app.MapGet("/error", Page.WriteAsync);
                app.MapFallback("{*path}", static async c =>
                {
                    c.Response.ContentType = "application/json";
                    c.Response.BodyWriter.GetSpan(10)[0] = (byte)'{';
                    await Task.Yield();
                    throw new InvalidDataException("half-way");
                });
            },
        });

        HttpResponseMessage response = await site.GetAsync("/cart?x=1");

        string html = await response.TextAsync();
        Page.AssertAsks(html);
        Assert.Contains("value=\"/cart?x=1\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReportMode_OpensTagsAndTellsOnceWhatWouldStayClosed()
    {
        await using Site site = await Site.StartAsync(Page.WriteAsync, """{ "enforcement": "report" }""");

        Assert.Contains(Page.Opened, await (await site.GetAsync()).TextAsync(), StringComparison.Ordinal);
        Assert.Contains(Page.Opened, await (await site.GetAsync()).TextAsync(), StringComparison.Ordinal);

        Assert.Single(site.Log.Of("TagWouldBeHeld"));
    }

    [Fact]
    public async Task UseConsent_NamedTwice_GatesOnce()
    {
        await using Site site = await Site.StartAsync(new SiteSetup
        {
            Pipeline = static app =>
            {
                app.UseConsent();
                app.UseConsent();
                app.Run(Page.WriteAsync);
            },
        });

        Page.AssertAsks(await (await site.GetAsync()).TextAsync());
    }

    [Fact]
    public async Task NonceThatThrows_CutsTheResponse()
    {
        await using Site site = await Site.StartAsync(new SiteSetup
        {
            Kestrel = true,
            Options = static o => o.Nonce = static _ => throw new InvalidDataException("no nonce"),
            Pipeline = static app => Site.UseAll(app, Page.WriteAsync),
        });

        HttpResponseMessage response = await site.GetAsync();

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("", await response.TextAsync());
    }

    [Fact]
    public async Task Page_WithoutUseConsent_LeavesClosedAndIsToldOnce()
    {
        await using Site site = await Site.StartAsync(new SiteSetup { Pipeline = static app => app.Run(Page.WriteAsync) });

        string html = await (await site.GetAsync("/", site.GrantedAll())).TextAsync();
        await site.GetAsync();

        Assert.Equal(Page.Html, html);
        Assert.Contains("UseConsent", Assert.Single(site.Log.Of("MissingUseConsent")).Message, StringComparison.Ordinal);
    }
}
