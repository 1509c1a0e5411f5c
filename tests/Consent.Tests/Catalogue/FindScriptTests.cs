using System.Text;
using Consent.Tests.Policy;

namespace Consent.Tests.Catalogue;

public sealed class FindScriptTests
{
    private static readonly ConsentPolicy s_policy = Examples.Parse("""
        {
          "services": [
            { "id": "acme", "category": "marketing", "scripts": ["acmeq(", "acme.start(\"", "§queue"] },
            { "id": "tiny", "category": "analytics", "scripts": ["tq("] },
            { "id": "dotted", "category": "preferences", "scripts": [".dotted()"] }
          ]
        }
        """);

    [Theory]
    [InlineData("acmeq('init')", "acme")]
    [InlineData("!function(){acmeq('init')}()", "acme")]
    [InlineData("window.acmeq(1)", "acme")]
    [InlineData("var a=1;\nacme.start(\"x\")", "acme")]
    [InlineData("tq(", "tiny")]
    [InlineData(" tq(1); acmeq(2)", "tiny")]
    [InlineData("acmeq(2); tq(1)", "acme")]
    [InlineData("if (a) window.dotted()", "dotted")]
    [InlineData("window.§queue = []", "acme")]
    public void FindScript_WithASignature_FindsItsService(string script, string service) => Assert.Equal([service], Find(script).Take(1));

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("acmeq")]
    [InlineData("acmeq (1)")]
    [InlineData("myacmeq(1)")]
    [InlineData("my_acmeq(1)")]
    [InlineData("$acmeq(1)")]
    [InlineData("ACMEQ(1)")]
    [InlineData("xtq(1)")]
    [InlineData("acme.start('")]
    public void FindScript_WithoutOne_FindsNothing(string script) => Assert.Empty(Find(script));

    [Fact]
    public void FindScript_WithSeveral_FindsAllInTheirOrder() =>
        Assert.Equal(["tiny", "acme", "dotted", "acme"], Find("tq(0);acmeq(1);xacmeq(2);o.dotted();acme.start(\"\")"));

    [Fact]
    public void FindScript_AtEveryOffset_FindsTheSignature()
    {
        for (int i = 0; i < 40; i++)
        {
            Assert.Equal(["acme"], Find(new string(' ', i) + "acmeq("));
            Assert.Equal(["acme"], Find(new string('(', i) + "acmeq(" + new string('x', i)));
        }
    }

    [Fact]
    public void FindScript_OfEveryCatalogueSignature_FindsItsService() =>
        Assert.All(ServiceCatalogue.BuiltIn.Services.SelectMany(s => s.Scripts.Select(t => (Text: t, s.Id))), entry =>
            Assert.Contains(entry.Id, Find("{;" + entry.Text + "}", ConsentPolicy.Default)));

    [Fact]
    public void FindScript_Always_AllocatesNothing()
    {
        byte[] script = Encoding.UTF8.GetBytes(new string('a', 1000) + ";acmeq(1)");
        s_policy.FindScript(script);
        long before = GC.GetAllocatedBytesForCurrentThread();

        s_policy.FindScript(script);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static List<string> Find(string script) => Find(script, s_policy);

    private static List<string> Find(string script, ConsentPolicy policy)
    {
        List<string> services = [];
        int position = 0;
        while (policy.FindScript(Encoding.UTF8.GetBytes(script), ref position) is { } found)
        {
            services.Add(found.Service.Id);
        }

        return services;
    }
}
