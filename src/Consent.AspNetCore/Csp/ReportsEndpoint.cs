using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Consent.AspNetCore;

/// <summary><c>POST {basePath}/reports</c>: takes what browsers report about the Content-Security-Policy.</summary>
internal static class ReportsEndpoint
{
    private const string List = "application/reports+json";
    private const string Single = "application/csp-report";
    private const int LargestBody = 64 * 1024;

    private static readonly JsonDocumentOptions s_options = new() { MaxDepth = 16 };

    private static readonly Problem s_otherSite = new(StatusCodes.Status403Forbidden, "Reports are taken from this site's own pages only.");

    private static readonly Problem s_mediaType = new(StatusCodes.Status415UnsupportedMediaType, $"Expected {List} or {Single}.");

    private static readonly Problem s_tooLarge = new(StatusCodes.Status413PayloadTooLarge, $"Expected at most {LargestBody} bytes.");

    private static readonly Problem s_notJson = new(StatusCodes.Status400BadRequest, "The body is not valid JSON.");

    private static readonly Problem s_tooMany = new(StatusCodes.Status429TooManyRequests, "More reports came than are taken at a time; the rest is dropped.");

    public static async Task PostAsync(HttpContext context)
    {
        ConsentFeature feature = ConsentHttpContextExtensions.GetFeature(context);
        Problem? problem = await ReadAsync(context, feature);
        if (problem is not null)
        {
            await problem.SendAsync(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status204NoContent;
        context.Response.Headers.CacheControl = "no-store";
    }

    private static async Task<Problem?> ReadAsync(HttpContext context, ConsentFeature feature)
    {
        HttpRequest request = context.Request;
        if (request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site")
        {
            return s_otherSite;
        }

        string? type = MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? parsed) ? parsed.MediaType.Value?.ToLowerInvariant() : null;
        if (type is not (List or Single))
        {
            return s_mediaType;
        }

        if (!feature.Runtime.Reports.TryTake())
        {
            context.Response.Headers.RetryAfter = "60";
            return s_tooMany;
        }

        if (await LimitedBody.ReadAsync(request, LargestBody) is not { } body)
        {
            return s_tooLarge;
        }

        try
        {
            using JsonDocument json = JsonDocument.Parse(body, s_options);
            foreach (CspViolation violation in type == List ? CspViolation.ReadList(json.RootElement) : CspViolation.ReadSingle(json.RootElement))
            {
                feature.Runtime.Reports.Take(violation, feature);
            }

            return null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return s_notJson;
        }
    }
}
