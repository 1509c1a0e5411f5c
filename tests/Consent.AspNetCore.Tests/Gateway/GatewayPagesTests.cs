using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Consent.AspNetCore.Tests;

public class GatewayPagesTests
{
    [Fact]
    public async Task Page_OfTheSite_IsClosedAtFirstAndOpenAfterAGrant()
    {
        await using GatewayBeforeSite gateway = await GatewayBeforeSite.StartAsync(Page.WriteAsync);

        string first = await (await gateway.GetAsync()).TextAsync();
        string granted = await (await gateway.GetAsync("/", gateway.Granted("analytics"))).TextAsync();

        Page.AssertAsks(first);
        Page.AssertGated(granted);
        Assert.Contains(Page.Opened, granted, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cookies_OfTheSite_PassTheGateHoweverTheyAreWritten()
    {
        await using GatewayBeforeSite gateway = await GatewayBeforeSite.StartAsync(static c =>
        {
            c.Response.Headers.SetCookie = new(["_ga=GA1.1; HttpOnly; Path=/", " _ga_X=1", ".AspNetCore.Session=s; HttpOnly", "nobodys=1"]);
            return c.Response.WriteAsync("ok");
        });

        string[] first = (await gateway.GetAsync()).SetCookies();
        string[] granted = (await gateway.GetAsync("/", gateway.Granted("preferences", "analytics", "marketing"))).SetCookies();

        Assert.Equal([".AspNetCore.Session=s; HttpOnly"], first);
        Assert.Equal(4, granted.Length);
    }

    [Fact]
    public async Task Cookies_OfADeniedCategory_DontReachTheSite()
    {
        await using GatewayBeforeSite gateway = await GatewayBeforeSite.StartAsync(
            static c => c.Response.WriteAsync(c.Request.Headers.Cookie.ToString()));

        string seen = await (await gateway.GetAsync("/", ("Cookie", "_ga=GA1.1; basket=3"))).TextAsync();

        Assert.Equal("basket=3", seen);
    }

    [Theory]
    [InlineData("/privacy-choices")]
    [InlineData("/privacy-choices/gate.js")]
    [InlineData("/privacy-choices/state")]
    [InlineData("/.well-known/gpc.json")]
    public async Task OwnPaths_GoBeforeTheSites(string path)
    {
        await using GatewayBeforeSite gateway = await GatewayBeforeSite.StartAsync(static c => c.Response.WriteAsync("the site"));

        HttpResponseMessage response = await gateway.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.NotEqual("the site", await response.TextAsync());
    }

    [Fact]
    public async Task Choice_PostedToTheGateway_IsTaken()
    {
        await using GatewayBeforeSite gateway = await GatewayBeforeSite.StartAsync(Page.WriteAsync);
        HttpRequestMessage request = new(HttpMethod.Post, "/privacy-choices")
        {
            Content = new StringContent("""{"all":true}""", Encoding.UTF8, "application/json"),
            Headers = { { "Sec-Fetch-Site", "same-origin" } },
        };

        HttpResponseMessage response = await gateway.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.StartsWith("privacy=", Assert.Single(response.SetCookies()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Page_CompressedThoughAskedNotTo_IsUnpackedAndGated(string encoding)
    {
        string? asked = null;
        await using GatewayBeforeSite gateway = await GatewayBeforeSite.StartAsync(c =>
        {
            asked = c.Request.Headers.AcceptEncoding;
            return SendPackedAsync(c, encoding, "text/html; charset=utf-8");
        });

        HttpResponseMessage response = await gateway.GetAsync("/", ("Accept-Encoding", "gzip, br, zstd"), ("Sec-Fetch-Site", "none"));

        Assert.Equal("identity", asked);
        Assert.Equal("br", Assert.Single(response.Content.Headers.ContentEncoding));
        Page.AssertAsks(await UnpackAsync(response));
    }

    [Fact]
    public async Task File_CompressedThoughAskedNotTo_PassesAsItIs()
    {
        await using GatewayBeforeSite gateway = await GatewayBeforeSite.StartAsync(static c => SendPackedAsync(c, "gzip", "text/css"));

        HttpResponseMessage response = await gateway.GetAsync("/", ("Accept-Encoding", "br"));

        Assert.Equal("gzip", Assert.Single(response.Content.Headers.ContentEncoding));
        Assert.Equal(Page.Html, await UnpackAsync(response));
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Page_Leaves_CompressedAsTheBrowserAsks(string encoding)
    {
        await using GatewayBeforeSite gateway = await GatewayBeforeSite.StartAsync(Page.WriteAsync);

        HttpResponseMessage response = await gateway.GetAsync("/", ("Accept-Encoding", encoding));

        Assert.Equal(encoding, Assert.Single(response.Content.Headers.ContentEncoding));
        Assert.Contains("Accept-Encoding", response.Headers.Vary);
        Page.AssertAsks(await UnpackAsync(response));
    }

    [Fact]
    public async Task File_CompressedByTheGateway_HasAWeakTag()
    {
        await using GatewayBeforeSite gateway = await GatewayBeforeSite.StartAsync(SendScriptAsync);

        HttpResponseMessage packed = await gateway.GetAsync("/site.js", ("Accept-Encoding", "br"));
        HttpResponseMessage plain = await gateway.GetAsync("/site.js");

        Assert.Equal("W/\"1\"", packed.Headers.ETag!.ToString());
        Assert.Equal("\"1\"", plain.Headers.ETag!.ToString());
    }

    [Fact]
    public async Task File_AskedForConditionally_IsAnsweredByTheSite()
    {
        await using GatewayBeforeSite gateway = await GatewayBeforeSite.StartAsync(SendScriptAsync);

        HttpResponseMessage fresh = await gateway.GetAsync("/site.js", ("If-None-Match", "\"1\""));
        HttpResponseMessage part = await gateway.GetAsync("/site.js", ("Range", "bytes=0-2"), ("Accept-Encoding", "br"));
        HttpResponseMessage head = await gateway.SendAsync(HttpMethod.Head, "/site.js");

        Assert.Equal(HttpStatusCode.NotModified, fresh.StatusCode);
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal("bytes 0-2/8", part.Content.Headers.ContentRange!.ToString());
        Assert.Equal("ale", await part.TextAsync());
        Assert.Equal(8, head.Content.Headers.ContentLength);
        Assert.Equal("", await head.TextAsync());
    }

    [Fact]
    public async Task Page_AskedForByHead_HasNeitherLengthNorValidatorsOfTheUngatedPage()
    {
        await using GatewayBeforeSite gateway = await GatewayBeforeSite.StartAsync(static c =>
        {
            c.Response.ContentType = "text/html";
            c.Response.ContentLength = 120;
            c.Response.Headers.ETag = "\"1\"";
            return Task.CompletedTask;
        });

        HttpResponseMessage response = await gateway.SendAsync(HttpMethod.Head, "/");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.NotEqual(120, response.Content.Headers.ContentLength);
        Assert.Null(response.Headers.ETag);
    }

    private static Task SendScriptAsync(HttpContext context)
    {
        context.Response.Headers.ETag = "\"1\"";
        return Results.Bytes("alert(1)"u8.ToArray(), "text/javascript", enableRangeProcessing: true,
            entityTag: new("\"1\"")).ExecuteAsync(context);
    }

    private static async Task SendPackedAsync(HttpContext context, string encoding, string type)
    {
        context.Response.ContentType = type;
        context.Response.Headers.ContentEncoding = encoding;
        using MemoryStream packed = new();
        await using (Stream packer = encoding switch
        {
            "gzip" => new GZipStream(packed, CompressionMode.Compress),
            "br" => new BrotliStream(packed, CompressionMode.Compress),
            _ => new ZLibStream(packed, CompressionMode.Compress),
        })
        {
            packer.Write(Encoding.UTF8.GetBytes(Page.Html));
        }

        context.Response.ContentLength = packed.ToArray().Length;
        await context.Response.Body.WriteAsync(packed.ToArray());
    }

    private static async Task<string> UnpackAsync(HttpResponseMessage response)
    {
        Stream body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await using Stream unpacked = response.Content.Headers.ContentEncoding.Single() == "br"
            ? new BrotliStream(body, CompressionMode.Decompress)
            : new GZipStream(body, CompressionMode.Decompress);
        return await new StreamReader(unpacked).ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
