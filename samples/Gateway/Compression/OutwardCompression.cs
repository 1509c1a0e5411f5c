using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Net.Http.Headers;

namespace Gateway.Compression;

/// <summary>
/// Compresses what leaves. The site is asked not to, since the gate can't read compressed pages.
/// </summary>
internal static class OutwardCompression
{
    public static void AddOutwardCompression(this IServiceCollection services) => services.AddResponseCompression(static compression =>
    {
        compression.EnableForHttps = true;      // but not where it would help BREACH, see below
        compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml", "application/manifest+json"];
    });

    public static void UseOutwardCompression(this IApplicationBuilder app)
    {
        app.Use(static (context, next) =>
        {
            string? asked = context.Request.Headers.AcceptEncoding;
            if (!string.IsNullOrEmpty(asked))
            {
                context.Response.OnStarting(WeakenETagAsync, context.Response);
            }

            return next(context);
        });
        app.UseResponseCompression();
        app.Use(static (context, next) =>
        {
            if (MayBeBreach(context.Request) && context.Features.Get<IHttpsCompressionFeature>() is { } https)
            {
                https.Mode = HttpsCompressionMode.DoNotCompress;
            }

            return next(context);
        });
    }

    /// <summary>
    /// BREACH reads a secret from the length of compressed pages that also hold text of the attacker's. It needs a visitor's
    /// browser, with the visitor's cookies, to ask for page after page from another site. What the browser says came from this
    /// site, or was typed in, is safe; so is what brings no credentials.
    /// </summary>
    private static bool MayBeBreach(HttpRequest request) =>
        request.IsHttps
        && (request.Headers.Cookie.Count > 0 || request.Headers.Authorization.Count > 0)
        && request.Headers["Sec-Fetch-Site"].ToString() is not ("same-origin" or "none");

    /// <summary>A strong tag names bytes, and those were compressed since (RFC 9110 §8.8.1).</summary>
    private static Task WeakenETagAsync(object state)
    {
        IHeaderDictionary headers = ((HttpResponse)state).Headers;
        if (headers.ContentEncoding.Count > 0 && headers.ETag.ToString() is ['"', ..] tag)
        {
            headers.ETag = "W/" + tag;
        }

        return Task.CompletedTask;
    }
}
