using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Consent.AspNetCore.Tests;

/// <summary>Every way to write a body passes the gate.</summary>
public class GateBodyTests
{
    private static readonly byte[] s_page = Encoding.UTF8.GetBytes(Page.Html);

    public static TheoryData<string> Ways => [.. s_ways.Keys];

    private static readonly Dictionary<string, RequestDelegate> s_ways = new()
    {
        ["WriteAsync text"] = static c => c.Response.WriteAsync(Page.Html),
        ["WriteAsync memory"] = static c => c.Response.Body.WriteAsync(s_page.AsMemory()).AsTask(),
        ["WriteAsync array"] = static c => c.Response.Body.WriteAsync(s_page, 0, s_page.Length),
        ["BeginWrite"] = static c => Task.Factory.FromAsync(c.Response.Body.BeginWrite, c.Response.Body.EndWrite, s_page, 0, s_page.Length, null),
        ["Write span"] = static c => Do(() => c.Response.Body.Write(s_page.AsSpan())),
        ["Write array"] = static c => Do(() => c.Response.Body.Write(s_page, 0, s_page.Length)),
        ["WriteByte"] = static c => Do(() => Array.ForEach(s_page, c.Response.Body.WriteByte)),
        ["Flush in between"] = static c => Do(() =>
        {
            c.Response.Body.Flush();
            c.Response.Body.Write(s_page.AsSpan(0, 60));
            c.Response.Body.Flush();
            c.Response.Body.Write(s_page.AsSpan(60));
        }),
        ["PipeWriter, WriteAsync"] = static async c => await c.Response.BodyWriter.WriteAsync(s_page),
        ["PipeWriter, Advance and FlushAsync"] = static async c =>
        {
            Advance(c, s_page);
            await c.Response.BodyWriter.FlushAsync();
        },
        ["PipeWriter, Advance alone"] = static c => Do(() => Advance(c, s_page)),
        ["PipeWriter, Advance and CompleteAsync"] = static async c =>
        {
            Advance(c, s_page);
            await c.Response.BodyWriter.CompleteAsync();
        },
        ["PipeWriter, Advance and Complete"] = static c => Do(() =>
        {
            Advance(c, s_page);
            c.Response.BodyWriter.Complete();
        }),
        ["PipeWriter before the type is known"] = static async c =>
        {
            c.Response.ContentType = null;
            Advance(c, s_page.AsSpan(0, 70));
            c.Response.ContentType = "text/html";
            Advance(c, s_page.AsSpan(70));
            await c.Response.BodyWriter.FlushAsync();
        },
        ["PipeWriter, then Stream"] = static async c =>
        {
            Advance(c, s_page.AsSpan(0, 70));
            await c.Response.Body.WriteAsync(s_page.AsMemory(70));
        },
        ["PipeWriter's stream"] = static c => c.Response.BodyWriter.AsStream().WriteAsync(s_page).AsTask(),
        ["StartAsync first"] = static async c =>
        {
            await c.Response.StartAsync();
            await c.Response.Body.WriteAsync(s_page);
        },
        ["CompleteAsync at the end"] = static async c =>
        {
            await c.Response.Body.WriteAsync(s_page);
            await c.Response.CompleteAsync();
        },
        ["DisableBuffering"] = static c =>
        {
            c.Features.GetRequiredFeature<IHttpResponseBodyFeature>().DisableBuffering();
            return c.Response.Body.WriteAsync(s_page).AsTask();
        },
        ["SendFile"] = static async c =>
        {
            string path = Path.GetTempFileName();
            try
            {
                await File.WriteAllBytesAsync(path, s_page);
                c.Response.ContentLength = s_page.Length;
                await c.Response.SendFileAsync(path);
            }
            finally
            {
                File.Delete(path);
            }
        },
        ["SendFile, a part"] = static async c =>
        {
            string path = Path.GetTempFileName();
            try
            {
                await File.WriteAllBytesAsync(path, [1, 2, 3, .. s_page, 4, 5]);
                await c.Response.SendFileAsync(path, 3, s_page.Length);
            }
            finally
            {
                File.Delete(path);
            }
        },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Page_WrittenInAnyWay_IsGatedOnce(string way)
    {
        await using Site site = await StartAsync(s_ways[way]);

        HttpResponseMessage response = await site.GetAsync();

        string html = await response.TextAsync();
        Page.AssertAsks(html);
        Assert.True(response.Content.Headers.ContentLength is null || response.Content.Headers.ContentLength == Encoding.UTF8.GetByteCount(html));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task NoPage_WrittenInAnyWay_StaysAsItIs(string way)
    {
        if (way == "PipeWriter before the type is known")
        {
            return;
        }

        await using Site site = await StartAsync(s_ways[way], "application/xml");

        HttpResponseMessage response = await site.GetAsync();

        Assert.Equal(Page.Html, await response.TextAsync());
        Assert.Null(response.Headers.CacheControl);
    }

    [Fact]
    public async Task Page_ThatIsLarge_ComesWhole()
    {
        string filler = string.Concat(Enumerable.Repeat("<p class=\"x\">some text</p>\n", 20_000));
        await using Site site = await StartAsync(
            c => c.Response.WriteAsync("<!DOCTYPE html><html><head></head><body>" + filler + "<p>Hello</p></body></html>"));

        string html = await (await site.GetAsync()).TextAsync();

        Page.AssertGated(html);
        Assert.Contains(filler, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Flush_InTheMiddleOfAPage_SendsWhatWasWritten()
    {
        TaskCompletionSource seen = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using Site site = await StartAsync(async c =>
        {
            await c.Response.WriteAsync("<!DOCTYPE html><html><head></head><body><p>first</p>");
            await c.Response.Body.FlushAsync();
            await seen.Task;
            await c.Response.WriteAsync("<p>Hello</p></body></html>");
        });

        HttpResponseMessage response = await site.GetAsync();
        using StreamReader reader = new(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        StringBuilder text = new();
        char[] buffer = new char[4096];
        while (!text.ToString().Contains("<p>first</p>", StringComparison.Ordinal))
        {
            int read = await reader.ReadAsync(buffer, TestContext.Current.CancellationToken);
            Assert.NotEqual(0, read);
            text.Append(buffer, 0, read);
        }

        seen.SetResult();
        text.Append(await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
        Page.AssertGated(text.ToString());
    }

    [Fact]
    public async Task Page_WhoseOutputIsLostHalfWay_IsCut()
    {
        TaskCompletionSource<(Exception?, Exception?)> thrown = new();
        await using Site site = await Site.StartAsync(new SiteSetup
        {
            Kestrel = true,
            Pipeline = app =>
            {
                app.Use(static (c, next) =>
                {
                    c.Response.Body = new FailsLater(c.Response.Body);
                    return next(c);
                });
                app.UseConsent();
                app.Run(async c =>
                {
                    c.Response.ContentType = "text/html";
                    await c.Response.WriteAsync("<!DOCTYPE html><html><head></head><body><p>first</p>");
                    Exception? second = await Record.ExceptionAsync(() => c.Response.WriteAsync("<p>second</p>", CancellationToken.None));
                    Exception? third = await Record.ExceptionAsync(() => c.Response.WriteAsync("<p>third</p>", CancellationToken.None));
                    thrown.SetResult((second, third));
                });
            },
        });

        // The connection is cut; the browser may or may not have read the headers by then.
        await Assert.ThrowsAsync<HttpRequestException>(async () => await (await site.GetAsync()).TextAsync());

        (Exception? second, Exception? third) = await thrown.Task;
        Assert.IsType<IOException>(second);
        Assert.IsType<InvalidOperationException>(third);
    }

    private static Task<Site> StartAsync(RequestDelegate answer, string type = "text/html") => Site.StartAsync(new SiteSetup
    {
        Kestrel = true,
        Services = static s => s.Configure<KestrelServerOptions>(static o => o.AllowSynchronousIO = true),
        Pipeline = app => Site.UseAll(app, context =>
        {
            context.Response.ContentType = type;
            return answer(context);
        }),
    });

    private static void Advance(HttpContext context, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(context.Response.BodyWriter.GetSpan(bytes.Length));
        context.Response.BodyWriter.Advance(bytes.Length);
    }

    private static Task Do(Action action)
    {
        action();
        return Task.CompletedTask;
    }

    private sealed class FailsLater(Stream inner) : MemoryStream
    {
        private bool _wrote;

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_wrote)
            {
                throw new IOException("Lost.");
            }

            _wrote = true;
            await inner.WriteAsync(buffer, cancellationToken);
            await inner.FlushAsync(cancellationToken);
        }

        public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);
    }
}
