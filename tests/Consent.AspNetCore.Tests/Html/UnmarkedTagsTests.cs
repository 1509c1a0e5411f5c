using Microsoft.AspNetCore.Http;

namespace Consent.AspNetCore.Tests;

public class UnmarkedTagsTests
{
    private const string Tags = "<script src=\"https://www.googletagmanager.com/gtag/js?id=G-1\"></script><img src=\"https://nobody.example/x.gif\"><img src=\"/own.gif\"><img src=\"http://localhost/own.gif\">";

    [Fact]
    public async Task UnmarkedTag_OfADeniedService_LeavesClosed()
    {
        await using Site site = await Site.StartAsync(WriteAsync, "{}");
        string page = await (await site.GetAsync()).TextAsync();
        Assert.Contains("data-src=\"https://www.googletagmanager.com/gtag/js?id=G-1\"", page, StringComparison.Ordinal);
        Assert.Contains("<img src=\"https://nobody.example/x.gif\"><img src=\"/own.gif\"><img src=\"http://localhost/own.gif\">", page, StringComparison.Ordinal);
    }

    private static Task WriteAsync(HttpContext context)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync("<!DOCTYPE html><html><head></head><body>" + Tags + "</body></html>");
    }
}
