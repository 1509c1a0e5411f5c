using System.Buffers;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;

namespace Consent.AspNetCore.Tests.Banner;

public sealed class EncodingTests
{
    public static TheoryData<string> Attacks =>
    [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' autofocus onfocus='alert(1)",
        "</title></textarea><svg onload=alert(1)>",
        "{controller}{date}{signal}",
        "&lt;b&gt;",
    ];

    [Theory]
    [MemberData(nameof(Attacks))]
    public void Texts_OfThePolicy_StayTexts(string attack)
    {
        string json = JsonSerializer.Serialize(new
        {
            controller = new { name = attack, contact = attack },
            categories = new object[] { new { id = "necessary", required = true }, new { id = "extra", name = attack, description = attack } },
            services = new[] { new { id = "spy", name = attack, vendor = attack, category = "extra", hosts = new[] { "spy.example" } } },
        });
        Shown shown = new() { Policy = ConsentPolicy.Parse(Encoding.UTF8.GetBytes(json)) };

        foreach (IDocument page in (IDocument[])[shown.BannerDocument, shown.PageDocument])
        {
            Assert.Empty(page.QuerySelectorAll("script, img, svg, b, [onerror], [onload], [onfocus], [autofocus]"));
            Assert.Equal(attack, page.QuerySelector("[data-pc-category=extra]")!.ParentElement!.QuerySelector("label")!.TextContent);
        }
    }

    [Theory]
    [InlineData("/x\"><script>alert(1)</script>")]
    [InlineData("/x' onclick='alert(1)")]
    [InlineData("/?q=javascript:alert(1)")]
    public void ReturnUrl_OnThisSite_IsEncoded(string url)
    {
        Shown shown = new() { ReturnUrl = url };

        Assert.All(shown.BannerDocument.Forms, f => Assert.Equal(url, f.QuerySelector("[name=returnUrl]")!.GetAttribute("value")));
        Assert.Equal(url, shown.PageDocument.QuerySelector(".pc-back a")!.GetAttribute("href"));
        Assert.Empty(shown.PageDocument.QuerySelectorAll("script, [onclick]"));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("/\t/evil.example/")]
    [InlineData("/\n/evil.example/")]
    [InlineData(" /cart")]
    [InlineData("cart")]
    [InlineData("")]
    [InlineData(null)]
    public void ReturnUrl_Elsewhere_IsLeftOut(string? url)
    {
        Shown shown = new() { ReturnUrl = url };

        Assert.Null(shown.BannerDocument.QuerySelector("[name=returnUrl]"));
        Assert.Null(shown.PageDocument.QuerySelector(".pc-back"));
    }

    [Theory]
    [InlineData("javascript:alert(1)@x", null)]
    [InlineData("data:text/html,x", null)]
    [InlineData("vbscript:x", null)]
    [InlineData("//elsewhere.example", null)]
    [InlineData("privacy@site.example", "mailto:privacy@site.example")]
    [InlineData("mailto:privacy@site.example", "mailto:privacy@site.example")]
    [InlineData("https://site.example/privacy", "https://site.example/privacy")]
    [InlineData("/privacy", "/privacy")]
    [InlineData("12 Long Road, Leeds", null)]
    [InlineData(null, null)]
    public void LinkTarget_OfAnAddress_IsSafeOrNone(string? address, string? target) => Assert.Equal(target, LinkTarget.Of(address));

    [Fact]
    public void Output_OfNonAscii_ReadsTheSameInEveryCharset()
    {
        ArrayBufferWriter<byte> output = new();
        new HtmlOutput(output).Write($"<p>{"Größe \u2026 \U0001F36A"}</p>");

        Assert.All(output.WrittenSpan.ToArray(), b => Assert.InRange(b, (byte)0, (byte)127));
        Assert.Equal("Größe \u2026 \U0001F36A", Shown.Parse("<!DOCTYPE html>" + Encoding.ASCII.GetString(output.WrittenSpan)).Body!.TextContent);
    }
}
