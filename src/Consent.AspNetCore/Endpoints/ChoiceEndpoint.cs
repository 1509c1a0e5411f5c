using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Consent.AspNetCore;

/// <summary><c>POST {basePath}</c>: takes a choice.</summary>
internal static class ChoiceEndpoint
{
    private static readonly Problem s_otherOrigin = new(
        StatusCodes.Status403Forbidden,
        "A choice is taken from this site's own pages only: expected Sec-Fetch-Site: same-origin or, without that field, an Origin that is this site's.");

    private static readonly Problem s_mediaType = new(
        StatusCodes.Status415UnsupportedMediaType,
        "Expected application/json in UTF-8, application/x-www-form-urlencoded or multipart/form-data.");

    private static readonly Problem s_tooLarge = new(
        StatusCodes.Status413PayloadTooLarge, $"Expected at most {LimitedBody.Limit} bytes.");

    public static async Task PostAsync(HttpContext context)
    {
        ConsentFeature feature = ConsentHttpContextExtensions.GetFeature(context);
        ChoiceRequest request = new();
        Problem? problem = SameOrigin.IsProven(context.Request) ? null : s_otherOrigin;
        bool isForm = context.Request.HasFormContentType;
        problem ??= isForm || IsJson(context.Request.ContentType) ? null : s_mediaType;
        problem ??= await ReadAsync(context, feature.Policy, isForm, request);
        if (problem is not null)
        {
            await problem.SendAsync(context);
            return;
        }

        request.Apply(feature);
        if (isForm)
        {
            Redirect(context, request.ReturnUrl ?? $"{context.Request.PathBase}{feature.InForce.BasePath}?saved=true");
            return;
        }

        ArrayBufferWriter<byte> content = new();
        StateJson.Write(content, feature.Decision, basePath: null);
        await Answers.SendAsync(context, Answers.Json, content);
    }

    private static async Task<Problem?> ReadAsync(HttpContext context, ConsentPolicy policy, bool isForm, ChoiceRequest request)
    {
        if (await LimitedBody.ReadAsync(context.Request) is not { } body)
        {
            return s_tooLarge;
        }

        if (!isForm)
        {
            return ChoiceJson.Read(body.Span, policy, request);
        }

        try
        {
            return ChoiceForm.Read(await ChoiceForm.ParseAsync(context, body), policy, request);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return new Problem(StatusCodes.Status400BadRequest, "The body is not a valid form.");
        }
    }

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out MediaTypeHeaderValue? type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            || type.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase));

    private static void Redirect(HttpContext context, string url)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = Answers.ForHeader(url);
        context.Response.Headers.CacheControl = "no-store";
    }
}
