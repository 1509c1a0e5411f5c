using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Consent.AspNetCore;

/// <summary><c>GET {basePath}</c>: the choices page, which works without script.</summary>
internal static class ChoicesPage
{
    public static Task GetAsync(HttpContext context)
    {
        ConsentFeature feature = ConsentHttpContextExtensions.GetFeature(context);
        feature.IsOwnPage = true;
        feature.IsGated = true;
        ArrayBufferWriter<byte> head = new();
        string basePath = context.Request.PathBase.ToUriComponent() + feature.InForce.BasePath;
        HeadHtml.Write(head, feature.Decided, basePath, HeadHtml.NonceAttribute(feature));
        ArrayBufferWriter<byte> content = new(8 * 1024);
        BannerHtml.WriteChoicesPage(content, new BannerModel
        {
            Decision = feature.Decision,
            Choice = feature.Choice,
            BasePath = basePath,
            ReturnUrl = context.Request.Query["returnUrl"],
            Saved = context.Request.Query["saved"] == "true",
            AssetsHead = new(Encoding.UTF8.GetString(head.WrittenSpan)),
        });
        return Answers.SendAsync(context, Answers.Html, content);
    }
}
