using Microsoft.AspNetCore.Http;

namespace Consent.AspNetCore.Tests;

/// <summary>A small page with one closed tag, and what is to be seen of the gate in it.</summary>
internal static class Page
{
    public const string Closed = """<script type="text/plain" data-consent="analytics" data-src="/stats.js"></script>""";
    public const string Opened = """<script data-consent="analytics" src="/stats.js"></script>""";
    public const string Html = $"<!DOCTYPE html><html><head><title>Shop</title>{Closed}</head><body><p>Hello</p></body></html>";

    public static async Task WriteAsync(HttpContext context)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(Html, context.RequestAborted);
    }

    public static void AssertGated(string html)
    {
        Assert.Contains("data-pc-prompt=\"", html, StringComparison.Ordinal);
        Assert.Contains("<head><script type=\"application/json\" data-pc=\"state\">{", html, StringComparison.Ordinal);
        Assert.Contains("/privacy-choices/gate.js?v=", html, StringComparison.Ordinal);
        Assert.Single(html.Split("data-pc=\"state\"")[1..]);
        Assert.EndsWith("<p>Hello</p></body></html>", html, StringComparison.Ordinal);
    }

    public static void AssertAsks(string html)
    {
        AssertGated(html);
        Assert.Contains("<body><section data-pc=\"banner\"", html, StringComparison.Ordinal);
        Assert.Contains(Closed, html, StringComparison.Ordinal);
    }
}
