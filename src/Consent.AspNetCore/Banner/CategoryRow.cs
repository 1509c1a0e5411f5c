namespace Consent.AspNetCore;

/// <summary>Writes one category with its check box; banner and choices page share it.</summary>
internal static class CategoryRow
{
    /// <summary>Writes the row up to, and without, its end tag.</summary>
    /// <param name="html">Where to write.</param>
    /// <param name="model">What is shown.</param>
    /// <param name="category">The category.</param>
    /// <param name="place">A letter that keeps the ids of banner and choices page apart.</param>
    public static void WriteStart(HtmlOutput html, in BannerModel model, Category category, string place)
    {
        ConsentTexts texts = model.Texts;
        int index = category.Index;
        string? signal = ReasonText.DenyingSignal(model, category);
        bool locked = category.Required || (signal is not null && !ReasonText.IsOverridable(model, category));
        string? description = texts.DescriptionOf(category);

        html.Write($"""<div class="pc-item"><label class="pc-name" for="pc-{place}{index}">{texts.NameOf(category)}</label>""");
        WriteCheckBox(html, model, category, place, locked, description is not null, signal is not null);
        html.Write($"""<span class="pc-word pc-on" aria-hidden="true">{(category.Required ? texts.AlwaysOn : texts.On)}</span><span class="pc-word pc-off" aria-hidden="true">{texts.Off}</span>""");
        if (description is not null)
        {
            html.Write($"""<p class="pc-text" id="pc-{place}{index}-t">{description}</p>""");
        }

        if (signal is not null)
        {
            html.Write($"""<p class="pc-note" id="pc-{place}{index}-n">{ReasonText.For(model, category)} {(locked ? texts.NoOverride : texts.Override)}</p>""");
        }
    }

    /// <summary>Writes the row's end tag.</summary>
    /// <param name="html">Where to write.</param>
    public static void WriteEnd(HtmlOutput html) => html.Write($"</div>");

    // The hidden "false" makes an unchecked box an answer. A locked box answers nothing.
    private static void WriteCheckBox(
        HtmlOutput html, in BannerModel model, Category category, string place, bool locked, bool described, bool noted)
    {
        int index = category.Index;
        if (!locked)
        {
            html.Write($"""<input type="hidden" name="choices.{category.Id}" value="false">""");
        }

        html.Write($"""<input class="pc-switch" type="checkbox" id="pc-{place}{index}" data-pc-category="{category.Id}" """);
        if (!locked)
        {
            html.Write($"""name="choices.{category.Id}" value="true" """);
        }

        if (described || noted)
        {
            Markup text = new(described ? $"pc-{place}{index}-t" : "");
            Markup note = new(noted ? $"{(described ? " " : "")}pc-{place}{index}-n" : "");
            html.Write($"""aria-describedby="{text}{note}" """);
        }

        html.Write($"""autocomplete="off"{Markup.If(model.Decision.Allows(category), "checked")}{Markup.If(locked, "disabled")}>""");
    }
}
