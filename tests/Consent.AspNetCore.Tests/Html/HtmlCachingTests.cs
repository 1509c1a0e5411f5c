using System.IO.Compression;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;

namespace Consent.AspNetCore.Tests;

/// <summary>What caches, compression and conditional requests make of a page that is made for one visitor.</summary>
public class HtmlCachingTests
{
    [Theory]
    [InlineData(null, "no-cache, private")]
    [InlineData("public, max-age=600", "no-cache, private")]
    [InlineData("s-maxage=600, max-age=60", "no-cache, private")]
    [InlineData("private, max-age=60, stale-while-revalidate=600", "no-cache, private")]
    [InlineData("no-store", "no-store")]
    public async Task CacheControl_OfAPage_KeepsItFromEveryOtherVisitorAndChoice(string? before, string after)
    {
        await using Site site = await Site.StartAsync(c =>
        {
            c.Response.Headers.CacheControl = before;
            c.Response.Headers["CDN-Cache-Control"] = "max-age=600";
            c.Response.Headers["Surrogate-Control"] = "max-age=600";
            c.Response.Headers.Expires = "Thu, 01 Jan 2099 00:00:00 GMT";
            return Page.WriteAsync(c);
        });

        HttpResponseMessage response = await site.GetAsync();

        Assert.Equal(after, response.Headers.CacheControl?.ToString());
        Assert.Equal("Cookie, DNT, Sec-GPC", response.Headers.Vary.ToString());
        Assert.False(response.Headers.Contains("CDN-Cache-Control"));
        Assert.False(response.Headers.Contains("Surrogate-Control"));
        Assert.Null(response.Content.Headers.Expires);
    }

    [Theory]
    [InlineData("Accept-Encoding", "Accept-Encoding, Cookie, DNT, Sec-GPC")]
    [InlineData("*", "*")]
    public async Task Vary_OfAPage_KeepsWhatItHad(string before, string after)
    {
        await using Site site = await Site.StartAsync(c =>
        {
            c.Response.Headers.Vary = before;
            return Page.WriteAsync(c);
        });

        Assert.Equal(after, (await site.GetAsync()).Headers.Vary.ToString());
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task StaticPage_HasNoValidatorsOfTheFile(string method)
    {
        using TemporaryFolder folder = new();
        await using Site site = await StaticSiteAsync(folder);

        HttpResponseMessage response = await site.SendAsync(new(new HttpMethod(method), "/index.html"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Null(response.Headers.ETag);
        Assert.Null(response.Content.Headers.LastModified);
        Assert.Empty(response.Headers.AcceptRanges);
        Assert.Equal("no-cache, private", response.Headers.CacheControl?.ToString());
        string html = await response.TextAsync();
        if (method == "GET")
        {
            Page.AssertAsks(html);
        }
        else
        {
            Assert.Equal("", html);
            Assert.NotEqual(Page.Html.Length, response.Content.Headers.ContentLength);
        }
    }

    [Theory]
    [InlineData("If-None-Match", "*")]
    [InlineData("If-Modified-Since", "Thu, 01 Jan 2099 00:00:00 GMT")]
    [InlineData("Range", "bytes=10-20")]
    public async Task StaticPage_AskedForConditionally_ComesWholeAndAsItIsNow(string header, string value)
    {
        using TemporaryFolder folder = new();
        await using Site site = await StaticSiteAsync(folder);

        HttpResponseMessage response = await site.GetAsync("/index.html", (header, value), ("Accept", "text/html,*/*;q=0.8"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Page.AssertAsks(await response.TextAsync());
    }

    [Fact]
    public async Task StaticFile_ThatIsNoPage_KeepsItsValidators()
    {
        using TemporaryFolder folder = new();
        await using Site site = await StaticSiteAsync(folder);
        HttpResponseMessage first = await site.GetAsync("/site.js");

        HttpResponseMessage second = await site.GetAsync("/site.js", ("If-None-Match", first.Headers.ETag!.Tag), ("Accept", "*/*"));
        HttpResponseMessage part = await site.GetAsync("/site.js", ("Range", "bytes=0-3"), ("Accept", "*/*"));

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal("aler", await part.TextAsync());
    }

    [Fact]
    public async Task PartOfAPage_FetchedByAScript_LeavesAsItIs()
    {
        using TemporaryFolder folder = new();
        await using Site site = await StaticSiteAsync(folder);

        HttpResponseMessage response = await site.GetAsync("/index.html", ("Range", "bytes=0-14"), ("Sec-Fetch-Dest", "empty"));

        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal(Page.Html[..15], await response.TextAsync());
    }

    [Fact]
    public async Task Compression_OutsideTheGate_CompressesTheGatedPage()
    {
        await using Site site = await Site.StartAsync(new SiteSetup
        {
            Services = static s => s.AddResponseCompression(static o => o.EnableForHttps = true),
            Pipeline = static app =>
            {
                app.UseResponseCompression();
                Site.UseAll(app, Page.WriteAsync);
            },
        });

        HttpResponseMessage response = await site.GetAsync("/", ("Accept-Encoding", "br"));

        Assert.Equal(["br"], response.Content.Headers.ContentEncoding);
        await using BrotliStream plain = new(
            await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), CompressionMode.Decompress);
        Page.AssertAsks(await new StreamReader(plain).ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Compression_InsideTheGate_PassesClosedAndIsToldOnce()
    {
        await using Site site = await Site.StartAsync(new SiteSetup
        {
            Services = static s => s.AddResponseCompression(static o => o.EnableForHttps = true),
            Pipeline = static app =>
            {
                app.UseConsent();
                app.UseResponseCompression();
                app.Run(Page.WriteAsync);
            },
        });

        for (int i = 0; i < 2; i++)
        {
            HttpResponseMessage response = await site.GetAsync("/", site.GrantedAll(), ("Accept-Encoding", "br"));
            await using BrotliStream plain = new(
                await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), CompressionMode.Decompress);
            Assert.Equal(Page.Html, await new StreamReader(plain).ReadToEndAsync(TestContext.Current.CancellationToken));
        }

        Assert.Single(site.Log.Of("HtmlCompressed"));
    }

    [Fact]
    public async Task OutputCache_InsideTheGate_HoldsOnePageForEveryVisitor()
    {
        int made = 0;
        await using Site site = await Site.StartAsync(new SiteSetup
        {
            Services = static s => s.AddOutputCache(),
            Pipeline = app =>
            {
                app.UseRouting();
                app.UseConsent();
                app.UseOutputCache();
                app.MapGet("/", (RequestDelegate)(c =>
                {
                    made++;
                    return Page.WriteAsync(c);
                })).CacheOutput();
            },
        });

        string granted = await (await site.GetAsync("/", site.Granted("analytics"))).TextAsync();
        string first = await (await site.GetAsync()).TextAsync();
        string gpc = await (await site.GetAsync("/", ("Sec-GPC", "1"))).TextAsync();
        string again = await (await site.GetAsync("/", site.Granted("analytics"))).TextAsync();

        Assert.Equal(1, made);
        Assert.Contains(Page.Opened, granted, StringComparison.Ordinal);
        Page.AssertAsks(first);
        Assert.Contains("\"gpc\":true", gpc, StringComparison.Ordinal);
        Assert.Equal(granted, again);
    }

    private static Task<Site> StaticSiteAsync(TemporaryFolder folder)
    {
        File.WriteAllText(Path.Combine(folder.Path, "index.html"), Page.Html);
        File.WriteAllText(Path.Combine(folder.Path, "site.js"), "alert(1)");
        return Site.StartAsync(new SiteSetup
        {
            Kestrel = true,
            Pipeline = app =>
            {
                app.UseConsent();
                app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(folder.Path) });
            },
        });
    }
}
