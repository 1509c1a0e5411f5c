using System.Buffers;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Consent.AspNetCore;

/// <summary>Sends what an endpoint made: whole, with its length, and never stored.</summary>
internal static class Answers
{
    public const string Json = "application/json; charset=utf-8";
    public const string Html = "text/html; charset=utf-8";

    public static Task SendAsync(HttpContext context, string contentType, ArrayBufferWriter<byte> content, string cacheControl = "no-store")
    {
        HttpResponse response = context.Response;
        response.ContentType = contentType;
        response.ContentLength = content.WrittenCount;
        response.Headers.CacheControl = cacheControl;
        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : response.Body.WriteAsync(content.WrittenMemory, context.RequestAborted).AsTask();
    }

    /// <summary>A path that may hold anything as a header can: what is not ASCII is percent-encoded.</summary>
    public static string ForHeader(string url)
    {
        if (System.Text.Ascii.IsValid(url))
        {
            return url;
        }

        System.Text.StringBuilder encoded = new(url.Length * 2);
        foreach (System.Text.Rune rune in url.EnumerateRunes())
        {
            _ = rune.IsAscii
                ? encoded.Append((char)rune.Value)
                : encoded.Append(Uri.EscapeDataString(rune.ToString()));
        }

        return encoded.ToString();
    }

    public static string FormatDate(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
