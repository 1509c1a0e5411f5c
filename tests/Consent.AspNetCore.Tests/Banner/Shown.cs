using System.Buffers;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Consent.AspNetCore.Tests.Banner;

/// <summary>What one visitor is shown, as text and as a document; any parse error is an exception.</summary>
internal sealed class Shown
{
    public static readonly DateTimeOffset Now = new(2026, 5, 3, 12, 0, 0, TimeSpan.Zero);

    public static readonly PrivacySignals Gpc = new(Gpc: true, Dnt: null);

    public const string PolicyJson = """
        {
          "controller": { "name": "Northwind", "contact": "privacy@northwind.example", "policyUrl": "/privacy" },
          "services": [
            { "id": "counter", "name": "Counter", "category": "analytics", "vendor": "Counting Ltd", "hosts": ["counter.example"],
              "cookies": [ { "name": "cnt_*", "lifetime": "90d" } ], "storage": ["cnt.*"], "policyUrl": "https://counter.example/privacy" }
          ]
        }
        """;

    public ConsentPolicy Policy { get; init; } = ConsentPolicy.Parse(Encoding.UTF8.GetBytes(PolicyJson));

    public Func<ConsentPolicy, ConsentChoice> Choice { get; init; } = static _ => default;

    public PrivacySignals Signals { get; init; }

    public string? Region { get; init; } = "DE";

    public string? ReturnUrl { get; init; } = "/cart?a=1&b=2";

    public bool Saved { get; init; }

    public DateTimeOffset At { get; init; } = Now;

    public string Banner => Render(BannerHtml.WriteBanner);

    public string Status => Render(BannerHtml.WriteStatus);

    public string Page => Render(BannerHtml.WriteChoicesPage);

    public IHtmlDocument BannerDocument => Parse($"<!DOCTYPE html><html><head><title>t</title></head><body>{Banner}</body></html>");

    public IHtmlDocument PageDocument => Parse(Page);

    public static IHtmlDocument Parse(string html) => new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(html);

    private delegate void Writer(IBufferWriter<byte> output, in BannerModel model);

    private string Render(Writer write)
    {
        ConsentChoice choice = Choice(Policy);
        ArrayBufferWriter<byte> output = new();
        write(output, new BannerModel
        {
            Decision = ConsentDecision.Decide(Policy, Signals, choice, Region, At),
            Choice = choice,
            BasePath = "/privacy-choices",
            ReturnUrl = ReturnUrl,
            Saved = Saved,
            AssetsHead = new("<link rel=\"stylesheet\" href=\"/privacy-choices/choices.css\">"),
        });
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
