using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Consent.AspNetCore.Tests;

public class ReportsEndpointTests
{
    private const string List = "application/reports+json";
    private const string Single = "application/csp-report";

    [Theory]
    [InlineData(List, """[{"type":"csp-violation","age":1,"url":"https://www.shop.example/?mail=a","user_agent":"x","body":{"blockedURL":"https://px.ads.example/p?id=7","effectiveDirective":"img-src","disposition":"enforce"}}]""", "ads.example marketing img-src True")]
    [InlineData(Single, """{"csp-report":{"document-uri":"https://www.shop.example/","blocked-uri":"https://ads.example","violated-directive":"script-src-elem","effective-directive":"script-src-elem","disposition":"report"}}""", "ads.example marketing script-src-elem False")]
    [InlineData(Single, """{"csp-report":{"blocked-uri":"https://ads.example/x","violated-directive":"connect-src 'self' pay.example"}}""", "ads.example marketing connect-src True")]
    [InlineData(Single, """{"csp-report":{"blocked-uri":"https://cdn.example/x","effective-directive":"made-up"}}""", "cdn.example undeclared other True")]
    [InlineData(Single, """{"csp-report":{"blocked-uri":"inline","effective-directive":"script-src"}}""", null)]
    [InlineData(Single, """{"csp-report":{"blocked-uri":"https://a\nb c/","effective-directive":"script-src"}}""", null)]
    [InlineData(Single, """{"csp-report":[]}""", null)]
    [InlineData(List, """[{"type":"deprecation","body":{"blockedURL":"https://ads.example/"}},7,{"type":"csp-violation","body":null}]""", null)]
    [InlineData(List, "{}", null)]
    public async Task Report_IsCountedByHostCategoryAndDirective(string type, string body, string? counted)
    {
        await using Site site = await StartAsync();
        using Counted counts = new(site);

        HttpResponseMessage response = await PostAsync(site, type, body);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(counted is null ? [] : [counted], counts.All);
    }

    [Fact]
    public async Task UndeclaredHost_IsLoggedOnceWithTheJsonThatDeclaresIt()
    {
        await using Site site = await StartAsync();
        for (int i = 0; i < 3; i++)
        {
            await PostAsync(site, Single, """{"csp-report":{"document-uri":"https://www.shop.example/secret?x","blocked-uri":"https://cdn.example/p?visitor=7","effective-directive":"img-src"}}""");
        }

        string message = Assert.Single(site.Log.Of("CspHostUndeclared")).Message;
        Assert.Contains("""{ "id": "my-service", "name": "My service", "category": "marketing", "hosts": [ "cdn.example" ] }""", message, StringComparison.Ordinal);
        Assert.DoesNotContain(site.Log.Entries, static e => e.Message.Contains("visitor=7", StringComparison.Ordinal) || e.Message.Contains("secret", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("application/json", "{}", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("text/plain", "{}", HttpStatusCode.UnsupportedMediaType)]
    [InlineData(Single, "{", HttpStatusCode.BadRequest)]
    [InlineData(List, "", HttpStatusCode.BadRequest)]
    public async Task Body_ThatIsNoReport_IsAProblem(string type, string body, HttpStatusCode status)
    {
        await using Site site = await StartAsync();

        HttpResponseMessage response = await PostAsync(site, type, body);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Body_ThatIsTooLarge_Is413()
    {
        await using Site site = await StartAsync();

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await PostAsync(site, List, new string(' ', (64 * 1024) + 1))).StatusCode);
    }

    [Fact]
    public async Task Report_FromAnotherSite_IsRefused()
    {
        await using Site site = await StartAsync();

        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(site, Single, "{}", ("Sec-Fetch-Site", "cross-site"))).StatusCode);
    }

    [Fact]
    public async Task Reports_WithoutEnd_AreBoundedInNumberAndInNames()
    {
        await using Site site = await StartAsync();
        using Counted counts = new(site);
        string body = $"[{string.Join(',', Enumerable.Range(0, 40).Select(Report))}]";
        await PostAsync(site, List, body);
        Assert.Equal(CspViolation.MostPerBody, counts.All.Length);

        HttpStatusCode last = default;
        for (int i = 1; i <= 200; i++)
        {
            last = (await PostAsync(site, List, $"[{Report(100 + i)},{Report(1000 + i)}]")).StatusCode;
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last);
        Assert.Equal(257, counts.All.Distinct().Count());
        Assert.Contains("other undeclared img-src True", counts.All);

        site.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.NoContent, (await PostAsync(site, List, body)).StatusCode);

        static string Report(int i) =>
            $$$"""{"type":"csp-violation","body":{"blockedURL":"https://h{{{i}}}.example/","effectiveDirective":"img-src","disposition":"enforce"}}""";
    }

    private static Task<Site> StartAsync() => Site.StartAsync(static c => c.Response.WriteAsync("x"), HeaderGateTests.Hosts);

    private static Task<HttpResponseMessage> PostAsync(Site site, string type, string body, params (string Name, string Value)[] headers)
    {
        HttpRequestMessage request = new(HttpMethod.Post, "/privacy-choices/reports") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        foreach ((string name, string value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return site.SendAsync(request);
    }

    private sealed class Counted : IDisposable
    {
        private readonly ConcurrentQueue<string> _all = new();
        private readonly MeterListener _listener = new();

        public Counted(Site site)
        {
            IMeterFactory meters = site.Services.GetRequiredService<IMeterFactory>();
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == "consent.csp.reports" && ReferenceEquals(instrument.Meter.Scope, meters))
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<long>((_, _, tags, _) => _all.Enqueue(string.Join(' ', tags.ToArray().Select(static t => t.Value))));
            _listener.Start();
        }

        public string[] All => [.. _all];

        public void Dispose() => _listener.Dispose();
    }
}
