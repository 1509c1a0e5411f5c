using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Consent.AspNetCore.Tests;

public class GatewayFailuresTests
{
    private const string HalfAPage = "<!DOCTYPE html><html><head><title>Half</title></head><body><p>Hello";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Site_ThatIsDown_Gives502AndAPlainPage()
    {
        RawSite site = new("");
        await site.DisposeAsync();
        await using GatewayBeforeSite gateway = await GatewayBeforeSite.StartAsync(site);

        await AssertExplainedAsync(await gateway.GetAsync(), HttpStatusCode.BadGateway);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no HTTP at all\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nX-Bad\u0000Name: 1\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nX-Bad: a\u0001b\r\nContent-Length: 2\r\n\r\nok")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/html")]
    public async Task Site_ThatAnswersWrongly_Gives502AndAPlainPage(string answer)
    {
        await using RawSite site = new(answer);
        await using GatewayBeforeSite gateway = await GatewayBeforeSite.StartAsync(site);

        await AssertExplainedAsync(await gateway.GetAsync(), HttpStatusCode.BadGateway);
    }

    [Fact]
    public async Task Site_ThatIsSilent_Gives504AndAPlainPage()
    {
        await using RawSite site = new("", hangsUp: false);
        await using GatewayBeforeSite gateway = await GatewayBeforeSite.StartAsync(site, "--timeout", "0.3");

        await AssertExplainedAsync(await gateway.GetAsync(), HttpStatusCode.GatewayTimeout);
    }

    [Theory]
    [InlineData("Content-Length: 1000", "", null, true)]
    [InlineData("Content-Length: 1000", "", "gzip", true)]
    [InlineData("Content-Length: 1000", "", null, false)]
    [InlineData("Transfer-Encoding: chunked", "43\r\n", null, true)]
    [InlineData("Transfer-Encoding: chunked", "43\r\n", "br", true)]
    [InlineData("Transfer-Encoding: chunked", "43\r\n", null, false)]
    public async Task Page_CutByTheSite_IsCutAndNotEnded(string framing, string before, string? encoding, bool hangsUp)
    {
        await using RawSite site = new(
            $"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{framing}\r\n\r\n{before}{HalfAPage}", hangsUp);
        await using GatewayBeforeSite gateway = await GatewayBeforeSite.StartAsync(site, "--timeout", "0.5");

        Exception exception = await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            HttpResponseMessage response = await gateway.GetAsync("/", ("Accept-Encoding", encoding ?? "identity"));
            await response.Content.ReadAsByteArrayAsync(Cancel);
        });

        Assert.True(exception is HttpRequestException or IOException, exception.ToString());
    }

    [Fact]
    public async Task Page_CutInATagThatTheGateHolds_IsCutAndNotEnded()
    {
        await using RawSite site = new("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1000\r\n\r\n<htm");
        await using GatewayBeforeSite gateway = await GatewayBeforeSite.StartAsync(site);

        await Assert.ThrowsAnyAsync<HttpRequestException>(async () =>
        {
            HttpResponseMessage response = await gateway.GetAsync();
            await response.Content.ReadAsByteArrayAsync(Cancel);
        });
    }

    [Fact]
    public async Task Browser_ThatLeaves_EndsTheRequestToTheSite()
    {
        TaskCompletionSource begun = new();
        TaskCompletionSource ended = new();
        await using GatewayBeforeSite gateway = await GatewayBeforeSite.StartAsync(async c =>
        {
            using CancellationTokenRegistration left = c.RequestAborted.Register(ended.SetResult);
            await c.Response.WriteAsync("begun", Cancel);
            begun.SetResult();
            await ended.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancel);
        });

        using (TcpClient client = new())
        {
            await client.ConnectAsync(gateway.Address.Host, gateway.Address.Port, Cancel);
            await client.GetStream().WriteAsync("GET / HTTP/1.1\r\nHost: a\r\n\r\n"u8.ToArray(), Cancel);
            await begun.Task;
        }

        await ended.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancel);
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.InternalServerError)]
    public async Task ErrorPage_OfTheSite_PassesGated(HttpStatusCode status)
    {
        await using GatewayBeforeSite gateway = await GatewayBeforeSite.StartAsync(c =>
        {
            c.Response.StatusCode = (int)status;
            return Page.WriteAsync(c);
        });

        HttpResponseMessage response = await gateway.GetAsync();

        Assert.Equal(status, response.StatusCode);
        Page.AssertAsks(await response.TextAsync());
    }

    private static async Task AssertExplainedAsync(HttpResponseMessage response, HttpStatusCode status)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("text/plain", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        Assert.StartsWith(((int)status).ToString(System.Globalization.CultureInfo.InvariantCulture), await response.TextAsync(), StringComparison.Ordinal);
    }
}
