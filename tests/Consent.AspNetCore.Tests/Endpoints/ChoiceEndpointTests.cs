using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Consent.AspNetCore.Tests;

public class ChoiceEndpointTests
{
    private const string Json = "application/json";
    private const string Form = "application/x-www-form-urlencoded";

    [Fact]
    public async Task Post_AcceptAll_AnswersTheNewStateAndSetsTheCookie()
    {
        await using Site site = await Site.StartAsync(static _ => Task.CompletedTask);

        HttpResponseMessage response = await PostAsync(site, """{"all":true}""", Json);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        JsonElement analytics = (await response.JsonAsync()).GetProperty("categories").GetProperty("analytics");
        Assert.True(analytics.GetProperty("allowed").GetBoolean());
        Assert.Equal("Granted", analytics.GetProperty("reason").GetString());
        string cookie = Assert.Single(response.SetCookies());
        Assert.Matches("^__Host-privacy=[A-Za-z0-9_-]+; max-age=34560000; path=/; samesite=lax; secure$", cookie);
        Assert.DoesNotContain("httponly", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Post_WhatTheCookieThenSays_IsTheNextRequestsState()
    {
        await using Site site = await Site.StartAsync(static _ => Task.CompletedTask);
        HttpResponseMessage posted = await PostAsync(site, """{"choices":{"analytics":true,"marketing":false}}""", Json);
        string cookie = posted.SetCookies()[0].Split(';')[0];

        HttpResponseMessage response = await site.GetAsync("/privacy-choices/state", ("Cookie", cookie));

        JsonElement categories = (await response.JsonAsync()).GetProperty("categories");
        Assert.Equal("Granted", categories.GetProperty("analytics").GetProperty("reason").GetString());
        Assert.Equal("Refused", categories.GetProperty("marketing").GetProperty("reason").GetString());
        Assert.Equal("NotAsked", categories.GetProperty("preferences").GetProperty("reason").GetString());
    }

    [Theory]
    [InlineData("""{"all":"yes"}""", "all")]
    [InlineData("""{"withdraw":false}""", "withdraw")]
    [InlineData("""{"choices":true}""", "choices")]
    [InlineData("""{"choices":{"analitics":true}}""", "choices.analitics")]
    [InlineData("""{"choices":{"analytics":1}}""", "choices.analytics")]
    [InlineData("""{"choices":{"analytics":{"x":true}}}""", "choices.analytics")]
    [InlineData("""{"choices":{"necessary":false}}""", "choices.necessary")]
    [InlineData("""{"choices":{"analytics":true,"analytics":true}}""", "choices.analytics")]
    [InlineData("""{"all":true,"all":true}""", "all")]
    [InlineData("""{"everything":true}""", "everything")]
    public async Task Post_AWrongMember_IsABadRequestThatNamesIt(string body, string member)
    {
        await using Site site = await Site.StartAsync(static _ => Task.CompletedTask);

        HttpResponseMessage response = await PostAsync(site, body, Json);

        await AssertProblemAsync(response, HttpStatusCode.BadRequest, member);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"all":true,"withdraw":true}""")]
    [InlineData("""{"all":true,"choices":{"analytics":true}}""")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("""{"all":true}{}""")]
    [InlineData("""{"all":true,}""")]
    [InlineData("{\"\\ud800\":true}")]
    public async Task Post_ABodyOfAnotherShape_IsABadRequest(string body)
    {
        await using Site site = await Site.StartAsync(static _ => Task.CompletedTask);

        await AssertProblemAsync(await PostAsync(site, body, Json), HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Post_BrokenJson_IsABadRequestThatTellsThePosition()
    {
        await using Site site = await Site.StartAsync(static _ => Task.CompletedTask);

        HttpResponseMessage response = await PostAsync(site, "{\n  \"all\": tru }", Json);

        Assert.Contains("line 2, position", (await response.JsonAsync()).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData(null)]
    public async Task Post_AnotherMediaType_IsUnsupported(string? type)
    {
        await using Site site = await Site.StartAsync(static _ => Task.CompletedTask);

        await AssertProblemAsync(await PostAsync(site, """{"all":true}""", type), HttpStatusCode.UnsupportedMediaType);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Post_MoreThan16KB_IsTooLarge(bool chunked)
    {
        await using Site site = await Site.StartAsync(
            new SiteSetup { Kestrel = true, Pipeline = static app => Site.UseAll(app, static _ => Task.CompletedTask) });
        HttpRequestMessage request = Request($$"""{"all":true{{new string(' ', 17_000)}}}""", Json);
        request.Headers.TransferEncodingChunked = chunked;

        await AssertProblemAsync(await site.SendAsync(request), HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory]
    [InlineData("cross-site", "https://www.shop.example")]
    [InlineData("same-site", null)]
    [InlineData("none", null)]
    [InlineData(null, "https://evil.example")]
    [InlineData(null, "http://www.shop.example")]
    [InlineData(null, "https://www.shop.example:444")]
    [InlineData(null, "https://www.shop.example.evil.example")]
    [InlineData(null, "null")]
    [InlineData(null, null)]
    public async Task Post_NotProvenSameOrigin_IsForbiddenAndChangesNothing(string? site, string? origin)
    {
        await using Site shop = await Site.StartAsync(static _ => Task.CompletedTask);
        HttpRequestMessage request = Request("""{"all":true}""", Json, site, origin);

        HttpResponseMessage response = await shop.SendAsync(request);

        await AssertProblemAsync(response, HttpStatusCode.Forbidden);
        Assert.Empty(response.SetCookies());
    }

    [Theory]
    [InlineData("https://www.shop.example")]
    [InlineData("https://WWW.shop.example")]
    [InlineData("https://www.shop.example:443")]
    public async Task Post_WithoutFetchMetadataButItsOwnOrigin_IsTaken(string origin)
    {
        await using Site shop = await Site.StartAsync(static _ => Task.CompletedTask);

        HttpResponseMessage response = await shop.SendAsync(Request("""{"all":true}""", Json, site: null, origin));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("all=true", "Granted", "Granted")]
    [InlineData("all=false", "Refused", "Refused")]
    [InlineData("withdraw=true", "Refused", "Refused")]
    [InlineData("choices.analytics=true", "Granted", "NotAsked")]
    [InlineData("choices%5Banalytics%5D=on&choices.marketing=false", "Granted", "Refused")]
    [InlineData("choices.analytics=false&choices.analytics=true", "Granted", "NotAsked")]
    [InlineData("choices.analytics=true&choices[analytics]=false", "Granted", "NotAsked")]
    [InlineData("all=false&choices.analytics=true", "Refused", "Refused")]
    [InlineData("all=true&__RequestVerificationToken=abc", "Granted", "Granted")]
    public async Task PostForm_InEachOfItsShapes_RedirectsAndKeepsTheAnswer(string body, string analytics, string marketing)
    {
        await using Site site = await Site.StartAsync(static _ => Task.CompletedTask);

        HttpResponseMessage response = await PostAsync(site, body + "&returnUrl=%2Fcart%3Fa%3Db", Form);

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal("/cart?a=b", response.Headers.Location?.OriginalString);
        string cookie = Assert.Single(response.SetCookies()).Split(';')[0];
        JsonElement state = await (await site.GetAsync("/privacy-choices/state", ("Cookie", cookie))).JsonAsync();
        Assert.Equal(analytics, state.GetProperty("categories").GetProperty("analytics").GetProperty("reason").GetString());
        Assert.Equal(marketing, state.GetProperty("categories").GetProperty("marketing").GetProperty("reason").GetString());
    }

    [Theory]
    [InlineData("all=true&returnUrl=https%3A%2F%2Fevil.example", "returnUrl")]
    [InlineData("all=true&returnUrl=%2F%2Fevil.example", "returnUrl")]
    [InlineData("all=true&returnUrl=%2F%5Cevil.example", "returnUrl")]
    [InlineData("all=true&returnUrl=%2F%09%2Fevil.example", "returnUrl")]
    [InlineData("all=maybe", "all")]
    [InlineData("choices.analitics=true", "choices.analitics")]
    [InlineData("choices.analytics=1", "choices.analytics")]
    [InlineData("choices.necessary=false", "choices.necessary")]
    [InlineData("x=1", "x")]
    public async Task PostForm_AWrongField_IsABadRequestThatNamesIt(string body, string member)
    {
        await using Site site = await Site.StartAsync(static _ => Task.CompletedTask);

        HttpResponseMessage response = await PostAsync(site, body, Form);

        await AssertProblemAsync(response, HttpStatusCode.BadRequest, member);
        Assert.Empty(response.SetCookies());
    }

    [Fact]
    public async Task PostForm_WithoutReturnUrl_LeadsToTheChoicesPage()
    {
        await using Site site = await Site.StartAsync(static _ => Task.CompletedTask);

        HttpResponseMessage response = await PostAsync(site, "all=false", Form);

        Assert.Equal("/privacy-choices?saved=true", response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task PostForm_BackToAPathThatIsNotAscii_EncodesIt()
    {
        await using Site site = await Site.StartAsync(static _ => Task.CompletedTask);

        HttpResponseMessage response = await PostAsync(site, "all=false&returnUrl=%2Fcaf%C3%A9", Form);

        Assert.Equal("/caf%C3%A9", response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task PostForm_AsMultipart_IsTaken()
    {
        await using Site site = await Site.StartAsync(static _ => Task.CompletedTask);
        HttpRequestMessage request = Request("", Json);
        request.Content = new MultipartFormDataContent { { new StringContent("true"), "choices.analytics" } };

        HttpResponseMessage response = await site.SendAsync(request);

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
    }

    private static Task<HttpResponseMessage> PostAsync(Site site, string body, string? type) => site.SendAsync(Request(body, type));

    private static HttpRequestMessage Request(string body, string? type, string? site = "same-origin", string? origin = null)
    {
        HttpRequestMessage request = new(HttpMethod.Post, "/privacy-choices") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        if (site is not null)
        {
            request.Headers.Add("Sec-Fetch-Site", site);
        }

        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        return request;
    }

    private static async Task AssertProblemAsync(HttpResponseMessage response, HttpStatusCode status, string? member = null)
    {
        Assert.True(status == response.StatusCode, $"{response.StatusCode}: {await response.TextAsync()}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        JsonElement problem = await response.JsonAsync();
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        if (member is not null)
        {
            Assert.Equal(member, problem.GetProperty("member").GetString());
            Assert.Contains($"\"{member}\"", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        }
    }
}
