using System.Text;
using Consent.Html;

namespace Consent.Tests.Html;

public sealed class UrlHostTests
{
    [Theory]
    [InlineData("https://t.example/a.js", "t.example")]
    [InlineData("//t.example", "t.example")]
    [InlineData("\\\\t.example\\x", "t.example")]
    [InlineData("/\\t.example", "t.example")]
    [InlineData("\\/t.example", "t.example")]
    [InlineData("///t.example/x", "t.example")]
    [InlineData("HTTPS:t.example", "t.example")]
    [InlineData("https:/t.example/x", "t.example")]
    [InlineData("https:\\\\t.example", "t.example")]
    [InlineData("ht\ntp\t://t.e\rxample/", "t.example")]
    [InlineData("/\t/t.example", "t.example")]
    [InlineData(" \u0001https://t.example \u001f", "t.example")]
    [InlineData("https://user:pass@t.example:8443/x?y#z", "t.example")]
    [InlineData("https://a@b:c@t.example", "t.example")]
    [InlineData("https://own.example&x@t.example/", "t.example")]
    [InlineData("https://t.example?own.example/", "t.example")]
    [InlineData("https://t.example#@own.example/", "t.example")]
    [InlineData("https://t.example\\@own.example/", "t.example")]
    [InlineData("https://%74.ex%61mple/", "t.example")]
    [InlineData("https://t%2eexample/", "t.example")]
    [InlineData("https://t\u3002example/", "t.example")]
    [InlineData("https://\uFF54\uFF0Eexample/", "t.example")]
    [InlineData("https://t.exam\u00ADple/", "t.example")]
    [InlineData("https://t.exam%C2%ADple/", "t.example")]
    [InlineData("https://bücher.example/", "xn--bcher-kva.example")]
    [InlineData("https://BÜCHER.example/", "xn--bcher-kva.example")]
    [InlineData("https://xn--bcher-kva.example/", "xn--bcher-kva.example")]
    [InlineData("wss://t.example/", "t.example")]
    [InlineData("http://127.0.0.1/", "127.0.0.1")]
    [InlineData("http://0x7f.1/", "127.0.0.1")]
    [InlineData("http://2130706433/", "127.0.0.1")]
    [InlineData("http://0177.0.0.01/", "127.0.0.1")]
    [InlineData("http://[::1]:80/", "[::1]")]
    [InlineData("https://t.example./", "t.example.")]
    public void Url_ToAHost_IsReadAsBrowsersDo(string url, string host)
    {
        UrlTarget target = UrlHost.Find(Encoding.UTF8.GetBytes(url), new byte[UrlHost.MaxLength], out ReadOnlySpan<byte> found);
        Assert.Equal((UrlTarget.Host, host), (target, Encoding.ASCII.GetString(found)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("/a/b.js")]
    [InlineData("a.js")]
    [InlineData("../a//b.js")]
    [InlineData("?https://t.example")]
    [InlineData("#//t.example")]
    [InlineData("t.example/a.js")]
    [InlineData("data:text/plain,//t.example")]
    [InlineData("javascript:a//t.example")]
    [InlineData("blob:https://t.example/1")]
    [InlineData("mailto:a@t.example")]
    [InlineData("about:blank")]
    [InlineData("https")]
    [InlineData("https:")]
    [InlineData("https://")]
    [InlineData("ht tps://t.example")]
    public void Url_ToNoHost_HasNone(string url) =>
        Assert.Equal(UrlTarget.None, UrlHost.Find(Encoding.UTF8.GetBytes(url), new byte[UrlHost.MaxLength], out _));

    [Fact]
    public void Url_WithAnUnknownReferenceInItsHost_IsDoubtful() =>
        Assert.Equal(UrlTarget.Doubtful, UrlHost.Find("https://t&ee;.example/"u8, new byte[UrlHost.MaxLength], out _));
}
