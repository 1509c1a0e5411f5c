using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Consent.AspNetCore.Tests.Banner;

/// <summary>Filter lists hide or block what looks like a consent banner, by address and by id or class.</summary>
public sealed partial class FilterListTests
{
    private static readonly string[] s_addresses =
    [
        "/cookieconsent.", "/cookieconsent/", "/cookie-consent.", "/cookie-consent/", "/cookie-consent-", "/cookie-banner", "/cookie-bar",
        "/cookie-manager", "/consent-manager.", "/consent-management/", "/consent-banner-", "/consentUI/", "/gdpr-consent", "/privacy-banner.",
        "/privacy-manager.js", "/cookie-policy", "/cookiepolicy/", "/cookie-notice", "/cookies/cookie-", "/SetConsentCookie.", "?getCookieConsent=",
    ];

    private static readonly string[] s_names = ["cookie", "consent", "gdpr", "ccpa", "banner", "cmp"];

    private static readonly Shown s_shown = new() { Signals = Shown.Gpc, Saved = true, Choice = static p => default(ConsentChoice).GrantAll(p, Shown.Now) };

    [Fact]
    public void IdsAndClasses_OfWhatIsRendered_AreNeutral()
    {
        IDocument status = Shown.Parse($"<!DOCTYPE html><html><body>{s_shown.Status}</body></html>");
        foreach (IElement element in s_shown.BannerDocument.All.Concat(s_shown.PageDocument.All).Concat(status.All))
        {
            foreach (string name in element.ClassList.Append(element.Id is { Length: > 0 } id ? id : "pc-"))
            {
                Assert.StartsWith("pc-", name, StringComparison.Ordinal);
                Assert.DoesNotContain(s_names, word => name.Contains(word, StringComparison.OrdinalIgnoreCase));
            }
        }
    }

    [Fact]
    public void ClassesAndIds_OfTheStyleSheet_AreNeutral()
    {
        string[] names = [.. SelectorName().Matches(BrowserFile.Read("choices.css")).Select(m => m.Groups[1].Value).Distinct()];

        Assert.NotEmpty(names);
        Assert.All(names, n => Assert.StartsWith("pc-", n, StringComparison.Ordinal));
        Assert.All(names, n => Assert.DoesNotContain(s_names, word => n.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void Addresses_OfFilesAndEndpoints_AreOnNoList()
    {
        string basePath = ConsentPolicy.Default.BasePath;
        string[] files = [.. BrowserFile.Names];

        Assert.Contains("gate.js", files);
        Assert.All(
            [basePath, basePath + "?returnUrl=%2F", basePath + "/state", basePath + "/receipt", "/.well-known/gpc.json",
             .. files.Select(f => $"{basePath}/{f}?v=1"), .. files.Select(f => "/_content/Consent.Razor/" + f)],
            AssertNotListed);
    }

    [Fact]
    public void Contents_OfWhatBrowsersLoad_HoldNoListedAddress()
    {
        Assert.All(BrowserFile.Names.Select(BrowserFile.Read), AssertNotListed);
        AssertNotListed(s_shown.Banner);
        AssertNotListed(s_shown.Page);
    }

    [Fact]
    public void ClassesAndIds_OfTheScripts_AreNeutral() => Assert.All(
        BrowserFile.Names.Where(n => n.EndsWith(".js", StringComparison.Ordinal)).Select(BrowserFile.Read),
        script => Assert.All(
            ScriptName().Matches(script).Select(m => m.Groups[1].Value),
            name => Assert.DoesNotContain(s_names, word => name.Contains(word, StringComparison.OrdinalIgnoreCase))));

    private static void AssertNotListed(string text) =>
        Assert.DoesNotContain(s_addresses, pattern => text.Contains(pattern, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"(?<![\d\w])(?:\.|#(?![0-9a-f]{3,8}\b))([a-z][\w-]*)(?=[^{}]*\{)")]
    private static partial Regex SelectorName();

    [GeneratedRegex("""(?:\.id|\.className|classList\.add\()\s*(?:\|\|)?=?\s*["'`]([^"'`]+)["'`]""")]
    private static partial Regex ScriptName();
}
