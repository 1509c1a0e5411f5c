namespace Consent.AspNetCore;

/// <summary>Writes the end of the choices page: signals, rules, the visitor's copy, and who is responsible.</summary>
internal static class AboutChoices
{
    /// <summary>Writes the section.</summary>
    /// <param name="html">Where to write.</param>
    /// <param name="model">What is shown.</param>
    public static void Write(HtmlOutput html, in BannerModel model)
    {
        ConsentTexts texts = model.Texts;
        html.Write($"""<h2 class="pc-head">{texts.About}</h2><dl class="pc-facts pc-about"><div><dt>{texts.Signals}</dt><dd>{Signals(model)}</dd></div><div><dt>{texts.Rules}</dt><dd>{Rules(model)}</dd></div>""");
        html.Write($"""<div><dt>{texts.Proof}</dt><dd><a class="pc-link" href="{model.BasePath}/receipt">{texts.Receipt}</a></dd></div>""");
        WriteController(html, texts, model.Policy.Controller);
        html.Write($"</dl>");
    }

    private static void WriteController(HtmlOutput html, ConsentTexts texts, PolicyController controller)
    {
        if (controller is { Name: null, Contact: null, PolicyUrl: null })
        {
            return;
        }

        html.Write($"<div><dt>{texts.Controller}</dt><dd>{controller.Name}");
        if (controller.Contact is { } contact)
        {
            html.Write($"{(controller.Name is null ? "" : ", ")}");
            WriteLink(html, contact, contact);
        }

        if (controller.PolicyUrl is { } policyUrl)
        {
            html.Write($"{(controller is { Name: null, Contact: null } ? "" : ", ")}");
            WriteLink(html, policyUrl, texts.ControllerPolicy);
        }

        html.Write($"</dd></div>");
    }

    private static void WriteLink(HtmlOutput html, string address, string text)
    {
        if (LinkTarget.Of(address) is { } url)
        {
            html.Write($"""<a class="pc-link" href="{url}">{text}</a>""");
        }
        else
        {
            html.Write($"{text}");
        }
    }

    private static string Signals(in BannerModel model)
    {
        ConsentTexts texts = model.Texts;
        PrivacySignals signals = model.Decision.Signals;
        string gpc = signals.Gpc ? ConsentTexts.Fill(texts.SignalOn, "signal", texts.Gpc) : "";
        string dnt = signals.Dnt is true ? ConsentTexts.Fill(texts.SignalOn, "signal", texts.Dnt) : "";
        string both = $"{gpc} {dnt}".Trim();
        return both.Length > 0 ? both : texts.SignalsNone;
    }

    private static string Rules(in BannerModel model)
    {
        ConsentTexts texts = model.Texts;
        string regime = model.Decision.Regime switch
        {
            Regime.OptIn => texts.RegimeOptIn,
            Regime.OptOut => texts.RegimeOptOut,
            _ => texts.RegimeNotice,
        };
        string region = model.Decision.Region is { } known ? ConsentTexts.Fill(texts.RegionKnown, "region", known) : texts.RegionUnknown;
        return $"{regime} {region}";
    }
}
