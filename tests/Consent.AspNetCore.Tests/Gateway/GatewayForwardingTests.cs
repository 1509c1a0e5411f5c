using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Consent.AspNetCore.Tests;

public class GatewayForwardingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Request_Forwarded_KeepsTheHostAndTellsWhoAsks()
    {
        await using GatewayBeforeSite gateway = await GatewayBeforeSite.StartAsync(static c => c.Response.WriteAsync(string.Join(
            '|',
            c.Request.Host,
            c.Request.Headers["X-Forwarded-For"],
            c.Request.Headers["X-Forwarded-Proto"],
            c.Request.Headers["X-Forwarded-Host"],
            c.Request.Headers["Forwarded"])));

        string seen = await (await gateway.GetAsync(
            "/", ("Host", "www.shop.example"), ("X-Forwarded-For", "6.6.6.6"), ("X-Forwarded-Proto", "https"), ("Forwarded", "for=6.6.6.6"))).TextAsync();

        Assert.Equal("www.shop.example|127.0.0.1|http|www.shop.example|", seen);
    }

    [Theory]
    [InlineData("/a%2Fb/%7Euser/x%20y/?q=%20x&y=[z]&e=%C3%A9")]
    [InlineData("/a//b/./c")]
    public async Task Target_OfARequest_PassesAsItWasSent(string target)
    {
        await using GatewayBeforeSite gateway = await GatewayBeforeSite.StartAsync(
            static c => c.Response.WriteAsync(c.Features.Get<IHttpRequestFeature>()!.RawTarget));

        string answer = await RawAsync(gateway, $"GET {target} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        Assert.Contains(target, answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headers_BeyondAscii_PassByteForByte()
    {
        await using RawSite site = new("HTTP/1.1 302 Found\r\nLocation: /caf\u00E9\r\nX-Name: \u65E5\u672C\r\nContent-Length: 0\r\n\r\n");
        await using GatewayBeforeSite gateway = await GatewayBeforeSite.StartAsync(site);

        string answer = await RawAsync(gateway, "GET / HTTP/1.1\r\nHost: a\r\nX-In: \u00E9\r\nConnection: close\r\n\r\n");

        Assert.Contains("Location: /caf\u00E9\r\n", answer, StringComparison.Ordinal);
        Assert.Contains("X-Name: \u65E5\u672C\r\n", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/event-stream", null)]
    [InlineData("text/plain", null)]
    [InlineData("text/plain", "gzip")]
    [InlineData("text/html", null)]
    [InlineData("text/html", "br")]
    public async Task Response_ThatStreams_ArrivesAsItIsWritten(string type, string? encoding)
    {
        TaskCompletionSource arrived = new();
        await using GatewayBeforeSite gateway = await GatewayBeforeSite.StartAsync(async c =>
        {
            c.Response.ContentType = type;
            await c.Response.Body.FlushAsync(Cancel);
            await c.Response.WriteAsync("<p>one</p> ", Cancel);
            await arrived.Task.WaitAsync(TimeSpan.FromSeconds(60), Cancel);
            await c.Response.WriteAsync("<p>two</p>", Cancel);
        });

        HttpResponseMessage response = await gateway.GetAsync("/", ("Accept-Encoding", encoding ?? "identity"));
        await using Stream body = Unpack(await response.Content.ReadAsStreamAsync(Cancel), encoding);
        string text = "";
        while (!text.Contains("<p>one", StringComparison.Ordinal))
        {
            text += await ReadAsync(body);
        }

        Assert.DoesNotContain("two", text, StringComparison.Ordinal);
        arrived.SetResult();
        while (await ReadAsync(body) is { Length: > 0 } more)
        {
            text += more;
        }

        Assert.Contains("<p>one</p> <p>two</p>", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Download_Large_IsPassedOnWhileItIsSent()
    {
        const int Half = 4 * 1024 * 1024;
        TaskCompletionSource arrived = new();
        await using GatewayBeforeSite gateway = await GatewayBeforeSite.StartAsync(async c =>
        {
            c.Response.ContentType = "application/octet-stream";
            c.Response.ContentLength = 2 * Half;
            await c.Response.Body.WriteAsync(new byte[Half], Cancel);
            await arrived.Task.WaitAsync(TimeSpan.FromSeconds(60), Cancel);
            await c.Response.Body.WriteAsync(new byte[Half], Cancel);
        });

        HttpResponseMessage response = await gateway.GetAsync();
        await using Stream body = await response.Content.ReadAsStreamAsync(Cancel);
        await body.ReadExactlyAsync(new byte[Half], Cancel);
        arrived.SetResult();
        await body.ReadExactlyAsync(new byte[Half], Cancel);

        Assert.Equal(2 * Half, response.Content.Headers.ContentLength);
        Assert.Equal(0, await body.ReadAsync(new byte[1], Cancel));
    }

    [Fact]
    public async Task Upload_IsPassedOnWhileItIsSent()
    {
        const int Half = 1024 * 1024;
        TaskCompletionSource first = new();
        await using GatewayBeforeSite gateway = await GatewayBeforeSite.StartAsync(async c =>
        {
            await c.Request.Body.ReadExactlyAsync(new byte[Half], Cancel);
            first.SetResult();
            await c.Request.Body.ReadExactlyAsync(new byte[Half], Cancel);
            await c.Response.WriteAsync("both halves", Cancel);
        });

        using TcpClient client = new();
        await client.ConnectAsync(gateway.Address.Host, gateway.Address.Port, Cancel);
        NetworkStream stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: {2 * Half}\r\nConnection: close\r\n\r\n"), Cancel);

        // What is on its way through small buffers stays there until more comes.
        await stream.WriteAsync(new byte[Half + (64 * 1024)], Cancel);
        await first.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancel);
        await stream.WriteAsync(new byte[Half - (64 * 1024)], Cancel);

        Assert.Contains("both halves", await new StreamReader(stream).ReadToEndAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_BeyondKestrelsOwnLimit_Passes()
    {
        const int Size = 31_000_000;
        await using GatewayBeforeSite gateway = await GatewayBeforeSite.StartAsync(async c =>
        {
            long length = 0;
            byte[] buffer = new byte[64 * 1024];
            while (await c.Request.Body.ReadAsync(buffer, Cancel) is > 0 and int read)
            {
                length += read;
            }

            await c.Response.WriteAsync(length.ToString(System.Globalization.CultureInfo.InvariantCulture), Cancel);
        });

        HttpResponseMessage response = await gateway.Client.PostAsync(new Uri("/", UriKind.Relative), new ByteArrayContent(new byte[Size]), Cancel);

        Assert.Equal("31000000", await response.TextAsync());
    }

    [Fact]
    public async Task WebSocket_OpensAndEchoes()
    {
        await using GatewayBeforeSite gateway = await GatewayBeforeSite.StartAsync(static async c =>
        {
            using WebSocket site = await c.WebSockets.AcceptWebSocketAsync("echo");
            byte[] buffer = new byte[64];
            while (await site.ReceiveAsync(buffer, Cancel) is { MessageType: not WebSocketMessageType.Close } got)
            {
                await site.SendAsync(buffer.AsMemory(0, got.Count), got.MessageType, got.EndOfMessage, Cancel);
            }

            await site.CloseAsync(WebSocketCloseStatus.NormalClosure, null, Cancel);
        });
        using ClientWebSocket client = new();
        client.Options.AddSubProtocol("echo");

        await client.ConnectAsync(new UriBuilder(gateway.Address) { Scheme = "ws" }.Uri, Cancel);
        await client.SendAsync("hello"u8.ToArray(), WebSocketMessageType.Text, endOfMessage: true, Cancel);
        byte[] answer = new byte[64];
        WebSocketReceiveResult received = await client.ReceiveAsync(answer, Cancel);
        await client.CloseAsync(WebSocketCloseStatus.NormalClosure, null, Cancel);

        Assert.Equal("echo", client.SubProtocol);
        Assert.Equal("hello", Encoding.UTF8.GetString(answer, 0, received.Count));
        Assert.Equal(WebSocketState.Closed, client.State);
    }

    [Fact]
    public async Task AltSvc_OfTheSite_DoesNotLeadBrowsersAroundTheGateway()
    {
        await using GatewayBeforeSite gateway = await GatewayBeforeSite.StartAsync(static c =>
        {
            c.Response.Headers.AltSvc = "h3=\":443\"";
            return c.Response.WriteAsync("ok");
        });

        Assert.False((await gateway.GetAsync()).Headers.Contains("Alt-Svc"));
    }

    private static Stream Unpack(Stream body, string? encoding) => encoding switch
    {
        "br" => new System.IO.Compression.BrotliStream(body, System.IO.Compression.CompressionMode.Decompress),
        "gzip" => new System.IO.Compression.GZipStream(body, System.IO.Compression.CompressionMode.Decompress),
        _ => body,
    };

    private static async Task<string> ReadAsync(Stream body)
    {
        byte[] buffer = new byte[8192];
        return Encoding.UTF8.GetString(buffer, 0, await body.ReadAsync(buffer, Cancel));
    }

    private static async Task<string> RawAsync(GatewayBeforeSite gateway, string request)
    {
        using TcpClient client = new();
        await client.ConnectAsync(gateway.Address.Host, gateway.Address.Port, Cancel);
        NetworkStream stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(request), Cancel);
        return await new StreamReader(stream, Encoding.UTF8).ReadToEndAsync(Cancel);
    }
}
