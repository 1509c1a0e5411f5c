using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Consent.AspNetCore;

/// <summary>
/// Makes a request for a page one for the whole page, as it is for this visitor now. "Not modified" would leave the browser
/// with the page of an earlier choice, and a part of a page can't be gated. Pages leave without validators, so only copies
/// from before the gate, or kept by somebody else, are asked about in this way.
/// </summary>
internal static class ConditionalRequest
{
    private static readonly string[] s_conditions =
        [HeaderNames.IfNoneMatch, HeaderNames.IfModifiedSince, HeaderNames.IfRange, HeaderNames.Range];

    public static void Drop(HttpRequest request)
    {
        IHeaderDictionary headers = request.Headers;
        if (headers.IfNoneMatch.Count + headers.IfModifiedSince.Count + headers.Range.Count == 0 || !AsksForPage(headers))
        {
            return;
        }

        foreach (string name in s_conditions)
        {
            headers.Remove(name);
        }
    }

    private static bool AsksForPage(IHeaderDictionary headers) =>
        headers["Sec-Fetch-Dest"].ToString() is "document" or "iframe" or "frame" or "embed" or "object"
        || headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
