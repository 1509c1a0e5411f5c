using System.Net;
using Microsoft.AspNetCore.Http;

namespace Consent.AspNetCore.Tests;

/// <summary>Two visitors, one who granted and one who didn't, on one site with a cache in it.</summary>
public class TwoVisitorsTests
{
    [Theory]
    [MemberData(nameof(PipelineOrder.All), MemberType = typeof(PipelineOrder))]
    public async Task Page_OfOneVisitor_NeverReachesTheOther(string order)
    {
        await using Site site = await PipelineOrder.StartAsync(order, Page.WriteAsync);

        for (int round = 0; round < 2; round++)
        {
            string granted = await (await site.GetAsync("/", site.Granted("analytics"))).TextAsync();
            string first = await (await site.GetAsync()).TextAsync();
            string gpc = await (await site.GetAsync("/", ("Sec-GPC", "1"))).TextAsync();

            Page.AssertGated(granted);
            Assert.Contains(Page.Opened, granted, StringComparison.Ordinal);
            Page.AssertAsks(first);
            Assert.Contains("\"gpc\":false", first, StringComparison.Ordinal);
            Assert.Contains("\"gpc\":true", gpc, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(PipelineOrder.All), MemberType = typeof(PipelineOrder))]
    public async Task Cookie_OfOneVisitor_NeverReachesTheOther(string order)
    {
        int visit = 0;
        await using Site site = await PipelineOrder.StartAsync(order, c =>
        {
            visit++;
            c.Response.Headers.Append("Set-Cookie", $"_stats=visit{visit}");
            return Page.WriteAsync(c);
        });

        string[] denied = (await site.GetAsync()).SetCookies();
        string[] granted = (await site.GetAsync("/", site.Granted("analytics"))).SetCookies();
        string[] again = (await site.GetAsync("/", site.Granted("analytics"))).SetCookies();

        Assert.Empty(denied);
        Assert.Equal(["_stats=visit2"], granted);
        Assert.Equal(["_stats=visit3"], again);
    }

    [Theory]
    [MemberData(nameof(PipelineOrder.Documented), MemberType = typeof(PipelineOrder))]
    public async Task ConditionalRequest_GetsThePageOfItsVisitor(string order)
    {
        await using Site site = await PipelineOrder.StartAsync(order, static c =>
        {
            c.Response.Headers.ETag = "\"1\"";
            c.Response.Headers.LastModified = "Wed, 25 Nov 2026 00:00:00 GMT";
            return Page.WriteAsync(c);
        });
        HttpResponseMessage before = await site.GetAsync("/", site.Granted("analytics"), ("Accept", "text/html"));
        HttpResponseMessage after = await site.GetAsync("/", ("Accept", "text/html"), ("If-None-Match", "\"1\""));
        HttpResponseMessage later = await site.GetAsync(
            "/", ("Accept", "text/html"), ("If-Modified-Since", "Thu, 26 Nov 2026 00:00:00 GMT"));

        Assert.Null(before.Headers.ETag);
        Assert.Equal("Cookie, DNT, Sec-GPC", string.Join(", ", before.Headers.Vary.Where(v => v != "Accept-Encoding")));
        Assert.Equal("no-cache, private", before.Headers.CacheControl?.ToString());
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (after.StatusCode, later.StatusCode));
        Page.AssertAsks(await after.TextAsync());
        Page.AssertAsks(await later.TextAsync());
    }

    [Theory]
    [MemberData(nameof(PipelineOrder.All), MemberType = typeof(PipelineOrder))]
    public async Task HeadAndRange_AfterTheOtherVisitor_GiveNothingOfTheOthers(string order)
    {
        await using Site site = await PipelineOrder.StartAsync(order, Page.WriteAsync);
        await site.GetAsync("/", site.Granted("analytics"));

        HttpResponseMessage head = await site.SendAsync(new(HttpMethod.Head, "/"));
        HttpResponseMessage part = await site.GetAsync("/", ("Accept", "text/html"), ("Range", "bytes=20-40"));

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal("no-cache, private", head.Headers.CacheControl?.ToString());
        Assert.DoesNotContain(Page.Opened, await head.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, part.StatusCode);
        Page.AssertAsks(await part.TextAsync());
    }
}
