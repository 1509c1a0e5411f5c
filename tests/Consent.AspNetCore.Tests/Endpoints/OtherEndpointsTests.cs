using System.Diagnostics.Metrics;
using System.IO.Compression;
using System.Net;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;

namespace Consent.AspNetCore.Tests;

public class OtherEndpointsTests
{
    [Fact]
    public async Task GpcResource_SaysThatTheSiteHonoursGpc()
    {
        await using Site site = await Site.StartAsync(new SiteSetup
        {
            Options = static o => o.GpcLastUpdate = new DateOnly(2026, 3, 4),
            Pipeline = static app => Site.UseAll(app, static _ => Task.CompletedTask),
        });

        HttpResponseMessage response = await site.GetAsync("/.well-known/gpc.json", ("Sec-GPC", "1"));

        Assert.Equal("application/json", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("""{"gpc":true,"lastUpdate":"2026-03-04"}""", await response.TextAsync());
    }

    [Fact]
    public async Task GpcResource_WithoutADay_NamesThatOfThePolicy()
    {
        await using Site site = await Site.StartAsync(static _ => Task.CompletedTask);

        Assert.Equal("""{"gpc":true,"lastUpdate":"2026-11-25"}""", await (await site.GetAsync("/.well-known/gpc.json")).TextAsync());
    }

    [Fact]
    public async Task Receipt_OfAChoice_TellsWhatWasSaidAndWhen()
    {
        await using Site site = await Site.StartAsync(static _ => Task.CompletedTask);
        (string, string) cookie = site.Granted("analytics");
        site.Time.Advance(TimeSpan.FromDays(1));

        HttpResponseMessage response = await site.GetAsync("/privacy-choices/receipt", cookie, ("Sec-GPC", "1"));

        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        JsonElement receipt = await response.JsonAsync();
        Assert.Equal("2026-11-25T12:00:00Z", receipt.GetProperty("when").GetString());
        Assert.Equal(site.Policy.Hash, receipt.GetProperty("policy").GetString());
        Assert.True(receipt.GetProperty("signals").GetProperty("gpc").GetBoolean());
        JsonElement categories = receipt.GetProperty("categories");
        Assert.Equal("granted", categories.GetProperty("analytics").GetProperty("answer").GetString());
        Assert.Equal("refused", categories.GetProperty("marketing").GetProperty("answer").GetString());
        Assert.Equal("none", categories.GetProperty("necessary").GetProperty("answer").GetString());
    }

    [Fact]
    public async Task Receipt_WithoutAChoice_SaysSo()
    {
        await using Site site = await Site.StartAsync(static _ => Task.CompletedTask);

        Assert.Equal(JsonValueKind.Null, (await (await site.GetAsync("/privacy-choices/receipt")).JsonAsync()).GetProperty("when").ValueKind);
    }

    [Theory]
    [InlineData("gate.js", "text/javascript; charset=utf-8")]
    [InlineData("choices.js", "text/javascript; charset=utf-8")]
    [InlineData("choices.css", "text/css; charset=utf-8")]
    public async Task Asset_NamedWithItsVersion_IsKeptForEver(string name, string type)
    {
        await using Site site = await Site.StartAsync(Page.WriteAsync);
        string html = await (await site.GetAsync()).TextAsync();
        int at = html.IndexOf($"/privacy-choices/{name}?v=", StringComparison.Ordinal);
        string url = html[at..html.IndexOf('"', at)];

        HttpResponseMessage plain = await site.GetAsync(url);
        HttpResponseMessage brotli = await site.GetAsync(url, ("Accept-Encoding", "gzip, br"));
        HttpResponseMessage gzip = await site.GetAsync(url, ("Accept-Encoding", "gzip, br;q=0"));

        Assert.Equal(type, plain.Content.Headers.ContentType?.ToString());
        Assert.Equal("public, max-age=31536000, immutable", plain.Headers.GetValues("Cache-Control").Single());
        Assert.Equal("Accept-Encoding", plain.Headers.Vary.ToString());
        string text = await plain.TextAsync();
        Assert.NotEmpty(text);
        Assert.Equal("br", brotli.Content.Headers.ContentEncoding.Single());
        Assert.Equal(text, await DecodeAsync(new BrotliStream(await StreamAsync(brotli), CompressionMode.Decompress)));
        Assert.Equal("gzip", gzip.Content.Headers.ContentEncoding.Single());
        Assert.Equal(text, await DecodeAsync(new GZipStream(await StreamAsync(gzip), CompressionMode.Decompress)));
    }

    [Fact]
    public async Task Asset_WithoutItsVersion_IsRevalidated()
    {
        await using Site site = await Site.StartAsync(Page.WriteAsync);

        HttpResponseMessage first = await site.GetAsync("/privacy-choices/gate.js?v=old");
        HttpResponseMessage second = await site.GetAsync("/privacy-choices/gate.js", ("If-None-Match", first.Headers.ETag!.Tag));

        Assert.Equal("no-cache", first.Headers.CacheControl?.ToString());
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task ChoicesPage_IsWholeByItselfAndNotGatedAgain()
    {
        await using Site site = await Site.StartAsync(Page.WriteAsync);

        HttpResponseMessage response = await site.GetAsync("/privacy-choices?returnUrl=%2Fcart");

        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        string html = await response.TextAsync();
        var page = await new HtmlParser().ParseDocumentAsync(html, TestContext.Current.CancellationToken);
        Assert.Single(page.QuerySelectorAll("script[data-pc=state]"));
        Assert.Empty(page.QuerySelectorAll("[data-pc=banner]"));
        Assert.NotNull(page.QuerySelector("form[method=post][action='/privacy-choices'] [data-pc-action=save]"));
        Assert.NotNull(page.QuerySelector("a[href='/cart']"));
    }

    [Theory]
    [InlineData("/privacy-choices")]
    [InlineData("/privacy-choices/receipt")]
    [InlineData("/privacy-choices/gate.js")]
    [InlineData("/.well-known/gpc.json")]
    public async Task Head_OfEachEndpoint_HasHeadersAndNoBody(string path)
    {
        await using Site site = await Site.StartAsync(Page.WriteAsync);

        HttpResponseMessage response = await site.SendAsync(new(HttpMethod.Head, path));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(response.Content.Headers.ContentLength > 0);
        Assert.Equal("", await response.TextAsync());
    }

    [Fact]
    public async Task BasePath_OfThePolicy_IsWhereTheEndpointsAre()
    {
        await using Site site = await Site.StartAsync(Page.WriteAsync, """{ "basePath": "/my/choices" }""");

        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync("/my/choices/state")).StatusCode);
        Assert.Contains("/my/choices/gate.js?v=", await (await site.GetAsync()).TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metrics_CountAnswersAndWhatWasHeldBack()
    {
        await using Site site = await Site.StartAsync(static c =>
        {
            c.Response.Cookies.Append("_stats", "1");
            return Task.CompletedTask;
        });
        List<string> counted = [];
        using MeterListener listener = new()
        {
            InstrumentPublished = (instrument, l) =>
            {
                if (instrument.Meter.Scope == site.Services.GetRequiredService<IMeterFactory>() && instrument.Meter.Name == "Consent")
                {
                    l.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) =>
            counted.Add($"{instrument.Name} {string.Join(' ', tags.ToArray().Select(static t => $"{t.Key}={t.Value}"))}"));
        listener.Start();

        await site.GetAsync("/", ("Cookie", "stats_7=1"));
        HttpRequestMessage request = new(HttpMethod.Post, "/privacy-choices") { Content = new StringContent("""{"all":false}""", null, "application/json") };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        await site.SendAsync(request);

        Assert.Equal(
            [
                "consent.held gate=request category=analytics reason=NotAsked name=stats_* enforced=True",
                "consent.held gate=cookie category=analytics reason=NotAsked name=_stats enforced=True",
                "consent.choices answer=refuse",
            ],
            counted);
    }

    private static Task<Stream> StreamAsync(HttpResponseMessage response) =>
        response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);

    private static async Task<string> DecodeAsync(Stream stream)
    {
        using StreamReader reader = new(stream);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
