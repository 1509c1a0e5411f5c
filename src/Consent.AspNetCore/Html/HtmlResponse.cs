using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Consent.AspNetCore;

/// <summary>Tells whether a response is HTML that the gate can read, and makes its headers fit what the gate does to it.</summary>
internal static class HtmlResponse
{
    // Where a tag's bytes are not ASCII's: browsers read these labels as UTF-16, as ISO-2022-JP, or as no text at all.
    private static readonly string[] s_unreadable = ["utf-16", "utf-32", "utf16", "utf32", "unicode", "ucs-2", "10646", "2022", "hz-gb", "utf-7"];

    // RFC 9213 and what came before it: a cache that obeys one of these takes no notice of Cache-Control.
    private static readonly string[] s_sharedCacheControls =
        ["CDN-Cache-Control", "Surrogate-Control", "Cloudflare-CDN-Cache-Control", "Vercel-CDN-Cache-Control"];

    public static bool IsHtml(HttpResponse response)
    {
        ReadOnlySpan<char> type = response.ContentType;
        int semicolon = type.IndexOf(';');
        return (semicolon < 0 ? type : type[..semicolon]).Trim(" \t").Equals("text/html", StringComparison.OrdinalIgnoreCase);
    }

    public static bool HasBody(HttpResponse response) =>
        response.StatusCode is >= 200 and not (StatusCodes.Status204NoContent or StatusCodes.Status205ResetContent or StatusCodes.Status304NotModified);

    /// <summary>Whether the page is whole. A part of one can't be read: it may start within a tag.</summary>
    public static bool IsWhole(HttpResponse response) =>
        response.StatusCode != StatusCodes.Status206PartialContent && response.Headers.ContentRange.Count == 0;

    public static bool IsEncoded(HttpResponse response)
    {
        StringValues encoding = response.Headers.ContentEncoding;
        return encoding.Count > 0 && !(encoding is [{ } one] && (one.Length == 0 || one.Equals("identity", StringComparison.OrdinalIgnoreCase)));
    }

    public static bool IsCharsetReadable(HttpResponse response)
    {
        if (!MediaTypeHeaderValue.TryParse(response.ContentType, out MediaTypeHeaderValue? type) || !type.Charset.HasValue)
        {
            return true;
        }

        foreach (string label in s_unreadable)
        {
            if (type.Charset.AsSpan().Contains(label, StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the bytes start with the mark of UTF-16, which counts for more than any charset (Encoding §6.1).</summary>
    public static bool StartsAsUtf16(ReadOnlySpan<byte> bytes) => bytes is [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..];

    /// <summary>Takes away what was true of the bytes before the gate.</summary>
    public static void Forget(HttpResponse response)
    {
        IHeaderDictionary headers = response.Headers;
        response.ContentLength = null;
        headers.Remove(HeaderNames.ETag);
        headers.Remove(HeaderNames.LastModified);
        headers.Remove(HeaderNames.AcceptRanges);
        headers.Remove(HeaderNames.ContentMD5);
        headers.Remove("Content-Digest");
        headers.Remove("Repr-Digest");
    }

    /// <summary>
    /// Keeps the page from every cache that would show it to somebody else, or to the same visitor after another choice.
    /// </summary>
    public static void Personalize(HttpResponse response)
    {
        IHeaderDictionary headers = response.Headers;
        headers.Remove(HeaderNames.Expires);
        foreach (string name in s_sharedCacheControls)
        {
            headers.Remove(name);
        }

        bool isStored = !headers.CacheControl.ToString().Contains("no-store", StringComparison.OrdinalIgnoreCase);
        if (isStored)
        {
            headers.CacheControl = "private, no-cache";
        }

        Vary(headers);
    }

    private static void Vary(IHeaderDictionary headers)
    {
        string vary = headers.Vary.ToString();
        if (vary.Length == 0)
        {
            headers.Vary = "Cookie, DNT, Sec-GPC";
        }
        else if (!vary.Contains('*', StringComparison.Ordinal) && !vary.Contains("Sec-GPC", StringComparison.OrdinalIgnoreCase))
        {
            headers.Vary = vary + ", Cookie, DNT, Sec-GPC";
        }
    }
}
