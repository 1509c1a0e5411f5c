using System.Buffers;

namespace Consent.AspNetCore;

internal static partial class BannerHtml
{
    /// <summary>Writes the choices page: a whole document.</summary>
    /// <remarks>The script also shows its <c>[data-pc="choices"]</c> element alone, in a dialog.</remarks>
    /// <param name="output">Where to write.</param>
    /// <param name="model">What is shown.</param>
    public static void WriteChoicesPage(IBufferWriter<byte> output, in BannerModel model)
    {
        HtmlOutput html = new(output);
        ConsentTexts texts = model.Texts;
        html.Write($"""
            <!DOCTYPE html>
            <html lang="{texts.Language}" dir="{texts.Direction}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="robots" content="noindex"><title>{Title(model)}</title>{model.AssetsHead}</head>
            <body class="pc-page"><main>
            """);
        if (LocalUrl.Is(model.ReturnUrl))
        {
            html.Write($"""<p class="pc-root pc-back"><a class="pc-link" href="{model.ReturnUrl}">{texts.Back}</a></p>""");
        }

        html.Write($"""<div data-pc="choices" class="pc-root pc-choices" data-pc-done="{texts.Saved}" data-pc-error="{texts.NotSaved}" data-pc-close="{texts.Close}" lang="{texts.Language}" dir="{texts.Direction}">""");
        html.Write($"""<h1 class="pc-title" id="pc-heading" tabindex="-1">{texts.Title}</h1><p class="pc-text">{ConsentTexts.Fill(texts.PageIntro, "controller", model.Policy.Controller.Name ?? texts.PageIntroSite)}</p><div class="pc-live" role="status">""");
        if (model.Saved)
        {
            html.Write($"""<p class="pc-text"><span class="pc-done">{texts.Saved}</span></p>""");
        }

        WriteHonored(html, model);
        html.Write($"</div>");
        WriteChoices(html, model);
        AboutChoices.Write(html, model);
        html.Write($"</div></main></body></html>");
    }

    private static void WriteChoices(HtmlOutput html, in BannerModel model)
    {
        string self = SelfUrl(model);
        html.Write($"""<h2 class="pc-head">{model.Texts.Categories}</h2>""");
        WriteForm(html, model, self, "pc-list");
        foreach (Category category in model.Policy.Categories)
        {
            CategoryRow.WriteStart(html, model, category, "c");
            if (ReasonText.DenyingSignal(model, category) is null)
            {
                html.Write($"""<p class="pc-why">{ReasonText.For(model, category)}</p>""");
            }

            ServiceList.Write(html, model, category);
            CategoryRow.WriteEnd(html);
        }

        WriteSave(html, model.Texts);
        html.Write($"</form>");
        WriteForm(html, model, self, "pc-pair");
        WriteAcceptAndRefuse(html, model.Texts);
        html.Write($"</form>");
        if (HoldsGrant(model))
        {
            WriteForm(html, model, self, "pc-end");
            html.Write($"""<button class="pc-quiet" type="submit" name="withdraw" value="true" data-pc-action="withdraw">{model.Texts.Withdraw}</button></form>""");
        }
    }

    // After saving, the visitor sees the new state, and the way back is kept.
    private static string SelfUrl(in BannerModel model) => LocalUrl.Is(model.ReturnUrl)
        ? $"{model.BasePath}?saved=true&returnUrl={Uri.EscapeDataString(model.ReturnUrl)}"
        : $"{model.BasePath}?saved=true";

    private static bool HoldsGrant(in BannerModel model)
    {
        ConsentChoice choice = model.Choice;
        foreach (Category category in model.Policy.Categories)
        {
            if (choice[category.Index].Answer == Answer.Granted)
            {
                return true;
            }
        }

        return false;
    }

    private static string Title(in BannerModel model) =>
        model.Policy.Controller.Name is { } name ? $"{model.Texts.Title} \u2013 {name}" : model.Texts.Title;
}
