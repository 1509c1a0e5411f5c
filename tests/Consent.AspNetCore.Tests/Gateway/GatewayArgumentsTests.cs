using Gateway;

namespace Consent.AspNetCore.Tests;

public class GatewayArgumentsTests
{
    private const string Site = "--upstream http://127.0.0.1:9000 ";

    [Theory]
    [InlineData("", "Expected --upstream URL")]
    [InlineData("--upstream", "--upstream needs a value")]
    [InlineData("--upstream --strict", "--upstream needs a value")]
    [InlineData("--upstream 127.0.0.1:9000", "such as http://127.0.0.1:9000")]
    [InlineData("--upstream ftp://a", "expected http or https")]
    [InlineData("--upstream http://a/path", "nothing behind them")]
    [InlineData("--upstream http://a/?q", "nothing behind them")]
    [InlineData("--upsteam http://a", "\"--upsteam\" is not an argument")]
    [InlineData(Site + "consent.json", "\"consent.json\" is not an argument")]
    [InlineData(Site + "--strict=no", "\"--strict=no\" is not an argument")]
    [InlineData(Site + "--policy nowhere.json", "there is no file")]
    [InlineData(Site + "--urls 5080", "such as http://127.0.0.1:5080")]
    [InlineData(Site + "--urls http://a:1;http://a:x", "such as http://127.0.0.1:5080")]
    [InlineData(Site + "--trust nginx", "expected one of cloudflare, cloudfront,")]
    [InlineData(Site + "--trust 1", "expected one of cloudflare, cloudfront,")]
    [InlineData(Site + "--timeout soon", "expected seconds")]
    [InlineData(Site + "--timeout 0", "expected seconds")]
    public void WrongArguments_AreToldWithWhatWouldBeRight(string line, string expected)
    {
        WrongArgumentException wrong = Assert.Throws<WrongArgumentException>(() => GatewayArguments.Parse(Split(line)));

        Assert.Contains(expected, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Arguments_AreRead()
    {
        GatewayArguments read = GatewayArguments.Parse(Split(
            "--upstream=https://site.example --urls http://127.0.0.1:5080;http://[::1]:0 --strict --report --trust Cloudflare --timeout 2.5"));

        Assert.Equal(
            ("https://site.example/", "http://127.0.0.1:5080;http://[::1]:0", true, true, CdnRegion.Cloudflare, TimeSpan.FromSeconds(2.5), null),
            (read.Upstream.AbsoluteUri, read.Urls, read.Strict, read.Report, read.Trust, read.Timeout, read.Policy));
    }

    [Fact]
    public void Policy_IsFoundFromWhereTheCommandIsGiven()
    {
        using TemporaryFolder folder = new();
        string file = Path.Combine(folder.Path, "consent.json");
        File.WriteAllText(file, "{}");

        string relative = Path.GetRelativePath(Environment.CurrentDirectory, file);

        Assert.Equal(file, GatewayArguments.Parse([.. Split(Site), "--policy", relative]).Policy);
    }

    [Fact]
    public void Usage_NamesEveryArgument() => Assert.All(
        ["--upstream", "--policy", "--urls", "--strict", "--report", "--trust", "--timeout", "--help"],
        name => Assert.Contains($"  {name} ", GatewayArguments.Usage, StringComparison.Ordinal));

    private static string[] Split(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
