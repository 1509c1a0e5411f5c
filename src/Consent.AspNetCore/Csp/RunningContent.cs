using Microsoft.AspNetCore.Http;

namespace Consent.AspNetCore;

/// <summary>Tells what browsers run under the Content-Security-Policy that it came with: documents, and workers.</summary>
internal static class RunningContent
{
    public static bool Is(HttpResponse response) =>
        HtmlResponse.HasBody(response) && (IsDocument(response) || IsWorker(response.HttpContext.Request));

    private static bool IsDocument(HttpResponse response)
    {
        ReadOnlySpan<char> type = response.ContentType;
        int semicolon = type.IndexOf(';');
        type = (semicolon < 0 ? type : type[..semicolon]).Trim(" \t");
        return Equals(type, "text/html") || Equals(type, "application/xhtml+xml") || Equals(type, "image/svg+xml")
            || Equals(type, "text/xml") || Equals(type, "application/xml")

            // Browsers look into what has no type, and may find HTML (MIME Sniffing §7).
            || (type.IsEmpty && response.ContentLength != 0 && response.StatusCode is < 300 or >= 400)
            || Equals(type, "unknown/unknown") || Equals(type, "application/unknown") || Equals(type, "*/*");
    }

    // A worker obeys the policy of its own script's response, not that of the page (HTML §10.2.4).
    private static bool IsWorker(HttpRequest request) =>
        request.Headers["Sec-Fetch-Dest"].ToString() is "worker" or "sharedworker" or "serviceworker";

    private static bool Equals(ReadOnlySpan<char> type, string expected) => type.Equals(expected, StringComparison.OrdinalIgnoreCase);
}
