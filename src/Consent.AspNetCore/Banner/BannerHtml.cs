using System.Buffers;

namespace Consent.AspNetCore;

/// <summary>
/// Renders what visitors see: the banner, the status line and the choices page, as HTML that works without script.
/// </summary>
internal static partial class BannerHtml
{
    /// <summary>Writes the banner: for <see cref="ConsentPrompt.Ask"/>.</summary>
    /// <param name="output">Where to write.</param>
    /// <param name="model">What is shown.</param>
    public static void WriteBanner(IBufferWriter<byte> output, in BannerModel model)
    {
        HtmlOutput html = new(output);
        ConsentTexts texts = model.Texts;
        Markup middle = Markup.If(model.Policy.Banner.Position == BannerPosition.Center, "pc-middle");
        html.Write($"""
            <section data-pc="banner" class="pc-root pc-sheet{middle}" role="region" aria-labelledby="pc-title" data-pc-done="{texts.Saved}" data-pc-error="{texts.NotSaved}" lang="{texts.Language}" dir="{texts.Direction}"><div class="pc-words"><h2 class="pc-title" id="pc-title">{texts.Title}</h2><p class="pc-text">{Request(model)} {Standing(model)}</p>
            """);
        WriteHonored(html, model);
        html.Write($"</div>");
        WriteForm(html, model, model.ReturnUrl, "pc-pair");
        WriteAcceptAndRefuse(html, texts);
        html.Write($"""</form><details class="pc-more"><summary class="pc-choose" data-pc-action="choose">{texts.Choose}</summary>""");
        WriteForm(html, model, model.ReturnUrl, "pc-list");
        foreach (Category category in model.Policy.Categories)
        {
            CategoryRow.WriteStart(html, model, category, "b");
            CategoryRow.WriteEnd(html);
        }

        WriteSave(html, texts);
        html.Write($"</form></details></section>");
    }

    /// <summary>Writes the status line: for <see cref="ConsentPrompt.Honored"/> (11 CCR §7025(c)(6)).</summary>
    /// <param name="output">Where to write.</param>
    /// <param name="model">What is shown.</param>
    public static void WriteStatus(IBufferWriter<byte> output, in BannerModel model)
    {
        ConsentTexts texts = model.Texts;
        new HtmlOutput(output).Write($"""
            <div data-pc="status" class="pc-root pc-line" role="status" lang="{texts.Language}" dir="{texts.Direction}"><span class="pc-done">{texts.Honored}</span> <a class="pc-link" data-pc-action="choose" href="{model.BasePath}">{texts.Title}</a></div>
            """);
    }

    // The refusal comes first: it is the button that Enter presses, should a browser submit the form by itself.
    private static void WriteAcceptAndRefuse(HtmlOutput html, ConsentTexts texts) => html.Write($"""
        <button class="pc-button" type="submit" name="all" value="false" data-pc-action="refuse">{texts.RefuseAll}</button><button class="pc-button" type="submit" name="all" value="true" data-pc-action="accept">{texts.AcceptAll}</button>
        """);

    private static void WriteSave(HtmlOutput html, ConsentTexts texts) => html.Write($"""
        <button class="pc-button" type="submit" data-pc-action="save">{texts.Save}</button>
        """);

    private static void WriteForm(HtmlOutput html, in BannerModel model, string? returnUrl, string style)
    {
        html.Write($"""<form class="{style}" method="post" action="{model.BasePath}" autocomplete="off">""");
        if (LocalUrl.Is(returnUrl))
        {
            html.Write($"""<input type="hidden" name="returnUrl" value="{returnUrl}">""");
        }
    }

    private static void WriteHonored(HtmlOutput html, in BannerModel model)
    {
        ConsentTexts texts = model.Texts;
        foreach (Reason reason in (ReadOnlySpan<Reason>)[Reason.Gpc, Reason.Dnt])
        {
            List<string> names = [];
            foreach (Category category in model.Policy.Categories)
            {
                if (model.Decision.ReasonFor(category) == reason)
                {
                    names.Add(texts.NameOf(category));
                }
            }

            if (names.Count > 0)
            {
                string detail = ConsentTexts.Fill(texts.HonoredDetail, "signal", reason == Reason.Gpc ? texts.Gpc : texts.Dnt);
                html.Write($"""<p class="pc-text"><span class="pc-done">{texts.Honored}</span> {ConsentTexts.Fill(detail, "categories", texts.Join(names))}</p>""");
            }
        }
    }

    private static string Request(in BannerModel model)
    {
        ConsentTexts texts = model.Texts;
        List<string> purposes = [];
        foreach (Category category in model.Policy.Categories)
        {
            if (!category.Required)
            {
                purposes.Add(texts.PurposeOf(category));
            }
        }

        string text = ConsentTexts.Fill(texts.Ask, "purposes", texts.Join(purposes));
        return ConsentTexts.Fill(text, "controller", model.Policy.Controller.Name ?? texts.ThisSite);
    }

    private static string Standing(in BannerModel model) =>
        model.Decision.Allowed.Except(model.Policy.Required).IsEmpty ? model.Texts.NothingRuns : model.Texts.SomeRuns;
}
