using System.Buffers;

namespace Consent.AspNetCore;

/// <summary>What the HTML gate places in pages of one decision, rendered once.</summary>
internal sealed class PageParts
{
    private const string NonceHole = "{nonce}";
    private const string UrlHole = "/pc-return-url";

    public PageParts(in ConsentDecision decision, string basePath, bool hasNonce, bool isShell)
    {
        HtmlAttributes = (isShell ? ConsentPrompt.None : decision.Prompt) switch
        {
            ConsentPrompt.Ask => " data-pc-prompt=\"Ask\""u8.ToArray(),
            ConsentPrompt.Honored => " data-pc-prompt=\"Honored\""u8.ToArray(),
            _ => " data-pc-prompt=\"None\""u8.ToArray(),
        };

        ArrayBufferWriter<byte> markup = new();
        HeadHtml.Write(markup, decision, basePath, hasNonce ? NonceHole : "", isShell);
        HeadStart = new PageTemplate(markup.WrittenSpan, "{nonce}"u8);

        markup.Clear();
        BannerModel model = new() { Decision = decision, Choice = default, BasePath = basePath, ReturnUrl = UrlHole };
        switch (decision.Prompt)
        {
            case ConsentPrompt.Ask when isShell:
                markup.Write("<div data-pc=\"shell\" hidden>"u8);
                BannerHtml.WriteBanner(markup, model);
                markup.Write("</div>"u8);
                break;
            case ConsentPrompt.Ask:
                BannerHtml.WriteBanner(markup, model);
                break;
            case ConsentPrompt.Honored:
                BannerHtml.WriteStatus(markup, model);
                break;
            default:
                break;
        }

        BodyStart = new PageTemplate(markup.WrittenSpan, "/pc-return-url"u8);
    }

    /// <summary>What the start tag <c>html</c> gets.</summary>
    public byte[] HtmlAttributes { get; }

    /// <summary>What stands first in <c>head</c>, with a hole for the nonce attribute.</summary>
    public PageTemplate HeadStart { get; }

    /// <summary>The banner or the status line, with holes for the page's own address.</summary>
    public PageTemplate BodyStart { get; }
}
