namespace Consent.AspNetCore;

/// <summary>Writes who is behind a category: each service, its vendor, its cookies and their lifetimes.</summary>
internal static class ServiceList
{
    /// <summary>Writes a disclosure with the services of a category; nothing if it has none.</summary>
    /// <param name="html">Where to write.</param>
    /// <param name="model">What is shown.</param>
    /// <param name="category">The category.</param>
    public static void Write(HtmlOutput html, in BannerModel model, Category category)
    {
        ConsentTexts texts = model.Texts;
        Service[] services = [.. model.Policy.Services.Where(s => s.Category == category.Id)];
        if (services.Length == 0)
        {
            return;
        }

        html.Write($"""<details class="pc-who"><summary class="pc-link">{ConsentTexts.Fill(texts.Services, "count", services.Length.ToString(texts.Culture))}</summary><ul class="pc-services">""");
        foreach (Service service in services)
        {
            WriteService(html, texts, service);
        }

        html.Write($"</ul></details>");
    }

    private static void WriteService(HtmlOutput html, ConsentTexts texts, Service service)
    {
        html.Write($"""<li><strong class="pc-strong">{NameOf(service)}</strong>""");
        if (service.Vendor is { } vendor)
        {
            html.Write($" {ConsentTexts.Fill(texts.ServiceBy, "vendor", vendor)}");
        }

        html.Write($"""<dl class="pc-facts">""");
        WriteFact(html, texts.Cookies, service.Cookies.Select(c => CookieText(texts, c)));
        WriteFact(html, texts.Storage, service.Storage.Select(static s => s.Text));
        WriteFact(html, texts.Hosts, service.Hosts);
        html.Write($"</dl>");
        if (LinkTarget.Of(service.PolicyUrl) is { } url)
        {
            html.Write($"""<a class="pc-link" href="{url}" rel="noreferrer">{ConsentTexts.Fill(texts.ServicePolicy, "service", NameOf(service))}</a>""");
        }

        html.Write($"</li>");
    }

    private static void WriteFact(HtmlOutput html, string name, IEnumerable<string> values)
    {
        string text = string.Join(", ", values);
        if (text.Length > 0)
        {
            html.Write($"""<div><dt>{name}</dt><dd>{text}</dd></div>""");
        }
    }

    private static string NameOf(Service service) => service.Name.Length > 0 ? service.Name : service.Id;

    private static string CookieText(ConsentTexts texts, ServiceCookie cookie) =>
        cookie.Lifetime is { } lifetime ? $"{cookie.Name.Text} ({texts.LifetimeOf(lifetime)})" : cookie.Name.Text;
}
