using System.Text;

namespace Consent.Tests.Policy;

/// <summary>In the JSON of a row, ¦ stands before the character that the error has to point at.</summary>
public sealed class PolicyErrorsTests
{
    [Theory]
    // Syntax
    [InlineData("¦", "$", "the file is empty; the least that it can hold is {}")]
    [InlineData("¦  // nothing\n", "$", "the file is empty; the least that it can hold is {}")]
    [InlineData("{ \"strict\": tru¦ }", "$.strict", "'tru }' is an invalid JSON literal. Expected the literal 'true'")]
    [InlineData("{ \"services\": [ { \"id\": \"a\" ¦\"name\": \"b\" } ] }", "$.services[0]", "'\"' is invalid after a value. Expected either ',', '}', or ']'")]
    [InlineData("{} ¦{}", "$", "'{' is invalid after a single JSON value. Expected end of data")]
    // Types
    [InlineData("¦[]", "$", "an array is not an object")]
    [InlineData("{ \"strict\": ¦\"yes\" }", "$.strict", "\"yes\" is not true or false")]
    [InlineData("{ \"strict\": ¦null }", "$.strict", "null is not true or false; for the default, leave it out")]
    [InlineData("{ \"services\": ¦{} }", "$.services", "an object is not an array")]
    [InlineData("{ \"services\": [ ¦\"google-analytics\" ] }", "$.services[0]", "\"google-analytics\" is not an object")]
    [InlineData("{ \"choice\": { \"epoch\": ¦1.5 } }", "$.choice.epoch", "1.5 is not a whole number")]
    [InlineData("{ \"choice\": { \"epoch\": ¦99999999999 } }", "$.choice.epoch", "99999999999 is not a whole number")]
    [InlineData("{ \"choice\": { \"lifetime\": ¦180 } }", "$.choice.lifetime", "180 is not a text")]
    [InlineData("{ \"controller\": { \"name\": ¦null } }", "$.controller.name", "null is not a text; for the default, leave it out")]
    // Members
    [InlineData("{ ¦\"enforcment\": \"enforce\" }", "$.enforcment", "\"enforcment\" is not a member that is known here; did you mean \"enforcement\"?")]
    [InlineData("{ ¦\"Strict\": true }", "$.Strict", "\"Strict\" is not a member that is known here; did you mean \"strict\"?")]
    [InlineData("{ \"banner\": { ¦\"look-and-feel\": 1 } }", "$.banner['look-and-feel']", "\"look-and-feel\" is not a member that is known here; the members are \"position\"")]
    [InlineData("{ \"strict\": true, ¦\"strict\": false }", "$.strict", "\"strict\" is given twice, first at line 1, column 3; keep one")]
    [InlineData("{ \"categories\": [ ¦{ \"required\": true } ] }", "$.categories[0]", "\"id\" is missing")]
    [InlineData("{ \"services\": [ { \"id\": \"a\", \"category\": \"analytics\", \"cookies\": [ ¦{ } ] } ] }", "$.services[0].cookies[0]", "\"name\" is missing")]
    [InlineData("{ ¦\"it's\\n\": 1 }", "$['it\\'s\\u000a']", "\"it's\\u000a\" is not a member that is known here; the members are \"$schema\", \"controller\", \"categories\", \"services\", \"regions\", \"signals\", \"undeclared\", \"strict\", \"enforcement\", \"csp\", \"choice\", \"basePath\", \"banner\"")]
    // Words
    [InlineData("{ \"enforcement\": ¦\"enforc\" }", "$.enforcement", "\"enforc\" is not one of \"enforce\", \"report\"; did you mean \"enforce\"?")]
    [InlineData("{ \"csp\": ¦\"yes\" }", "$.csp", "\"yes\" is not one of \"off\", \"report-only\", \"enforce\"")]
    [InlineData("{ \"csp\": ¦\"Enforce\" }", "$.csp", "\"Enforce\" is not one of \"off\", \"report-only\", \"enforce\"; did you mean \"enforce\"?")]
    [InlineData("{ \"undeclared\": { \"cookies\": ¦\"deny\" } }", "$.undeclared.cookies", "\"deny\" is not one of \"block\", \"allow\"")]
    [InlineData("{ \"banner\": { \"position\": ¦\"top\" } }", "$.banner.position", "\"top\" is not one of \"bottom\", \"center\"")]
    [InlineData("{ \"regions\": { \"default\": ¦\"optin\" } }", "$.regions.default", "\"optin\" is not \"opt-in\", \"opt-out\", \"notice\" or an object that gives a regime for each category; did you mean \"opt-in\"?")]
    [InlineData("{ \"regions\": { \"rules\": { \"DE\": { \"*\": ¦\"in\" } } } }", "$.regions.rules.DE['*']", "\"in\" is not one of \"opt-in\", \"opt-out\", \"notice\"")]
    [InlineData("{ \"signals\": { \"gpc\": { \"denies\": ¦\"sales\" } } }", "$.signals.gpc.denies", "\"sales\" is not \"sale\", \"optional\", \"none\" or an array of category ids; did you mean \"sale\"?")]
    // Categories
    [InlineData("{ \"categories\": ¦[] }", "$.categories", "no category is required; mark the one that the site can't do without with \"required\": true")]
    [InlineData("{ \"categories\": ¦[ { \"id\": \"analytics\" } ] }", "$.categories", "no category is required; mark the one that the site can't do without with \"required\": true")]
    [InlineData("{ \"categories\": [ { \"id\": \"a\", \"required\": true }, { \"id\": ¦\"a\" } ] }", "$.categories[1].id", "\"a\" is the id of an earlier category too; give each its own")]
    [InlineData("{ \"categories\": [ { \"id\": \"a\", \"required\": true }, { \"id\": ¦\"Web Statistics\" } ] }", "$.categories[1].id", "\"Web Statistics\" is not an id of a category: 1 to 32 of a-z, 0-9 and -; did you mean \"web-statistics\"?")]
    [InlineData("{ \"categories\": [ { \"id\": \"a\", \"required\": true, \"sale\": ¦true } ] }", "$.categories[0].sale", "\"a\" is required, so it can't be sale, sharing or targeted advertising, which a visitor can always refuse")]
    // Services
    [InlineData("{ \"services\": [ { \"id\": \"google-analytics\" }, { \"id\": ¦\"google-analytics\" } ] }", "$.services[1].id", "\"google-analytics\" is the id of an earlier service too; give each its own")]
    [InlineData("{ \"services\": [ { \"id\": ¦\"Acme\", \"category\": \"analytics\" } ] }", "$.services[0].id", "\"Acme\" is not an id of a service: 1 to 64 of a-z, 0-9 and -; did you mean \"acme\"?")]
    [InlineData("{ \"services\": [ { \"id\": \"a\", \"category\": ¦\"analitics\" } ] }", "$.services[0].category", "\"analitics\" is not a category; did you mean \"analytics\"?")]
    [InlineData("{ \"services\": [ { \"id\": \"a\", \"category\": ¦\"social\" } ] }", "$.services[0].category", "\"social\" is not a category; the categories are \"necessary\", \"preferences\", \"analytics\", \"marketing\"")]
    [InlineData("{ \"services\": [ { \"id\": ¦\"gogle-analytics\" } ] }", "$.services[0].id", "\"gogle-analytics\" has no category and the catalogue doesn't know it; give it a \"category\"; did you mean \"google-analytics\"?")]
    [InlineData("{ \"services\": [ { \"id\": ¦\"acme\" } ] }", "$.services[0].id", "\"acme\" has no category and the catalogue doesn't know it; give it a \"category\"")]
    [InlineData("{ \"categories\": [ { \"id\": \"base\", \"required\": true }, { \"id\": \"statistics\" } ], \"services\": [ { \"id\": ¦\"google-analytics\" } ] }", "$.services[0].id", "the catalogue puts \"google-analytics\" into \"analytics\", which is not a category of this policy; give it a \"category\": \"base\", \"statistics\"")]
    [InlineData("{ \"services\": [ { \"id\": \"hotjar\", \"policyUrl\": ¦\"privacy\" } ] }", "$.services[0].policyUrl", "\"privacy\" is not a path on the site, such as \"/privacy\", nor an http or https address")]
    [InlineData("{ \"services\": [ { \"id\": \"hotjar\", \"policyUrl\": ¦\"javascript:alert(1)\" } ] }", "$.services[0].policyUrl", "\"javascript:alert(1)\" is not a path on the site, such as \"/privacy\", nor an http or https address")]
    [InlineData("{ \"services\": [ { \"id\": \"hotjar\", \"scripts\": [ ¦\"x\" ] } ] }", "$.services[0].scripts[0]", "\"x\" is too short to mark a snippet; give at least 3 characters, such as \"acmeq(\"")]
    [InlineData("{ \"services\": [ { \"id\": \"hotjar\", \"storage\": [ ¦\"a*b*\" ] } ] }", "$.services[0].storage[0]", "\"a*b*\" holds * more than once; a pattern has one at most")]
    [InlineData("{ \"services\": [ { \"id\": \"hotjar\", \"storage\": [ ¦\"\" ] } ] }", "$.services[0].storage[0]", "\"\" is not a storage key: at least one character")]
    // Cookies of services
    [InlineData("{ \"services\": [ { \"id\": \"hotjar\", \"cookies\": [ { \"name\": ¦\"*_hj*\" } ] } ] }", "$.services[0].cookies[0].name", "\"*_hj*\" holds * more than once; a pattern has one at most")]
    [InlineData("{ \"services\": [ { \"id\": \"hotjar\", \"cookies\": [ { \"name\": ¦\"a b\" } ] } ] }", "$.services[0].cookies[0].name", "\"a b\" is not a cookie's name: no spaces, no control characters, none of ; , =")]
    [InlineData("{ \"services\": [ { \"id\": \"hotjar\", \"cookies\": [ { \"name\": \"a\", \"lifetime\": ¦\"730d\" } ] } ] }", "$.services[0].cookies[0].lifetime", "\"730d\" is longer than 400 days, the longest that browsers keep a cookie; write \"400d\" or less")]
    [InlineData("{ \"services\": [ { \"id\": \"hotjar\", \"cookies\": [ { \"name\": ¦\"*\" } ] } ] }", "$.services[0].cookies[0].name", "\"*\" also takes \"privacy\", the choice cookie, which is always needed; write a narrower pattern")]
    [InlineData("{ \"services\": [ { \"id\": \"hotjar\", \"cookies\": [ { \"name\": ¦\"__Host-privacy\" } ] } ] }", "$.services[0].cookies[0].name", "\"__Host-privacy\" also takes \"__Host-privacy\", the choice cookie, which is always needed; leave it out")]
    [InlineData("{ \"choice\": { \"cookie\": { \"name\": \"mine\" } }, \"services\": [ { \"id\": \"hotjar\", \"cookies\": [ { \"name\": ¦\"mi*\" } ] } ] }", "$.services[0].cookies[0].name", "\"mi*\" also takes \"mine\", the choice cookie, which is always needed; write a narrower pattern")]
    [InlineData("{ \"services\": [ { \"id\": \"hotjar\", \"cookies\": [ { \"name\": ¦\".AspNetCore.Sess*\" } ] } ] }", "$.services[0].cookies[0].name", "\".AspNetCore.Sess*\" also takes \".AspNetCore.Session\", a cookie of ASP.NET Core session, which is always needed; write a narrower pattern")]
    [InlineData("{ \"services\": [ { \"id\": \"shop\", \"category\": \"necessary\", \"cookies\": [ { \"name\": \"acme_cart\" } ] }, { \"id\": \"acme\", \"category\": \"marketing\", \"cookies\": [ { \"name\": \"x\" }, { \"name\": ¦\"acme_*\" } ] } ] }", "$.services[1].cookies[1].name", "\"acme_*\" also takes \"acme_cart\", a cookie of the required service \"shop\"; write a narrower pattern")]
    [InlineData("{ \"services\": [ { \"id\": \"shop\", \"category\": \"necessary\", \"cookies\": [ { \"name\": \"_hjShop\" } ] }, { \"id\": ¦\"hotjar\" } ] }", "$.services[1].id", "\"_hj*\" also takes \"_hjShop\", a cookie of the required service \"shop\"; write a narrower pattern")]
    // Hosts
    [InlineData("{ \"services\": [ { \"id\": \"hotjar\", \"hosts\": [ ¦\"https://a.example/x\" ] } ] }", "$.services[0].hosts[0]", "\"https://a.example/x\" is not a host: leave out the scheme and what follows the host; did you mean \"a.example\"?")]
    [InlineData("{ \"services\": [ { \"id\": \"hotjar\", \"hosts\": [ ¦\"a.example/x\" ] } ] }", "$.services[0].hosts[0]", "\"a.example/x\" is not a host: leave out the path; did you mean \"a.example\"?")]
    [InlineData("{ \"services\": [ { \"id\": \"hotjar\", \"hosts\": [ ¦\"a.example:8080\" ] } ] }", "$.services[0].hosts[0]", "\"a.example:8080\" is not a host: leave out the port, every port counts; did you mean \"a.example\"?")]
    [InlineData("{ \"services\": [ { \"id\": \"hotjar\", \"hosts\": [ ¦\"*.a.example\" ] } ] }", "$.services[0].hosts[0]", "\"*.a.example\" is not a host: leave out the wildcard, every sub-domain counts anyway; did you mean \"a.example\"?")]
    [InlineData("{ \"services\": [ { \"id\": \"hotjar\", \"hosts\": [ ¦\".a.example\" ] } ] }", "$.services[0].hosts[0]", "\".a.example\" is not a host: leave out the outer dot, every sub-domain counts anyway; did you mean \"a.example\"?")]
    [InlineData("{ \"services\": [ { \"id\": \"hotjar\", \"hosts\": [ ¦\"user@a.example\" ] } ] }", "$.services[0].hosts[0]", "\"user@a.example\" is not a host: leave out what stands before the @; did you mean \"a.example\"?")]
    [InlineData("{ \"services\": [ { \"id\": \"hotjar\", \"hosts\": [ ¦\"bücher.example\" ] } ] }", "$.services[0].hosts[0]", "\"bücher.example\" is not a host: write it in its ASCII form; did you mean \"xn--bcher-kva.example\"?")]
    [InlineData("{ \"services\": [ { \"id\": \"hotjar\", \"hosts\": [ ¦\"a..example\" ] } ] }", "$.services[0].hosts[0]", "\"a..example\" is not a host: it has labels of letters, digits and -, with dots between")]
    [InlineData("{ \"services\": [ { \"id\": \"hotjar\", \"hosts\": [ ¦\"\" ] } ] }", "$.services[0].hosts[0]", "\"\" is not a host: it has labels of letters, digits and -, with dots between")]
    // Regions
    [InlineData("{ \"regions\": { \"rules\": { ¦\"UK\": \"opt-in\" } } }", "$.regions.rules.UK", "\"UK\" is not a region: ISO 3166 has another code for it; did you mean \"GB\"?")]
    [InlineData("{ \"regions\": { \"rules\": { ¦\"gb\": \"opt-in\" } } }", "$.regions.rules.gb", "\"gb\" is not a region: write an ISO 3166 code, such as \"DE\" or \"US-CA\"; did you mean \"GB\"?")]
    [InlineData("{ \"regions\": { \"rules\": { ¦\"US_CA\": \"opt-in\" } } }", "$.regions.rules.US_CA", "\"US_CA\" is not a region: write an ISO 3166 code, such as \"DE\" or \"US-CA\"; did you mean \"US-CA\"?")]
    [InlineData("{ \"regions\": { \"rules\": { ¦\"Germany\": \"opt-in\" } } }", "$.regions.rules.Germany", "\"Germany\" is not a region: write an ISO 3166 code, such as \"DE\" or \"US-CA\"")]
    [InlineData("{ \"regions\": { \"rules\": { ¦\"*\": \"opt-in\" } } }", "$.regions.rules['*']", "\"*\" is not a region: for elsewhere, use \"default\"")]
    [InlineData("{ \"regions\": { \"rules\": { ¦\"XX\": \"notice\" } } }", "$.regions.rules.XX", "\"XX\" is not a region: the code stands for an unknown region, which is always opt-in")]
    [InlineData("{ \"regions\": { \"rules\": { \"GB\": { ¦\"analytic\": \"opt-out\" } } } }", "$.regions.rules.GB.analytic", "\"analytic\" is not a category; did you mean \"analytics\"?")]
    [InlineData("{ \"regions\": { \"default\": { ¦\"social\": \"opt-out\" } } }", "$.regions.default.social", "\"social\" is not a category; give a regime for \"necessary\", \"preferences\", \"analytics\", \"marketing\", \"*\", which stands for the rest")]
    [InlineData("{ \"regions\": { \"rules\": { \"GB\": \"opt-in\", ¦\"GB\": \"opt-out\" } } }", "$.regions.rules.GB", "\"GB\" is given twice, first at line 1, column 27; keep one")]
    // Signals
    [InlineData("{ \"signals\": { \"dnt\": { \"denies\": [ \"analytics\", ¦\"necessary\" ] } } }", "$.signals.dnt.denies[1]", "\"necessary\" is required, so no signal can deny it; leave it out")]
    [InlineData("{ \"signals\": { \"gpc\": { \"denies\": [ ¦\"marketng\" ] } } }", "$.signals.gpc.denies[0]", "\"marketng\" is not a category; did you mean \"marketing\"?")]
    // Choice
    [InlineData("{ \"choice\": { \"lifetime\": ¦\"401d\" } }", "$.choice.lifetime", "\"401d\" is longer than 400 days, the longest that browsers keep a cookie; write \"400d\" or less")]
    [InlineData("{ \"choice\": { \"lifetime\": ¦\"999999999d\" } }", "$.choice.lifetime", "\"999999999d\" is longer than 400 days, the longest that browsers keep a cookie; write \"400d\" or less")]
    [InlineData("{ \"choice\": { \"lifetime\": ¦\"0d\" } }", "$.choice.lifetime", "a grant has to stand for longer than zero; the default is \"180d\"")]
    [InlineData("{ \"choice\": { \"lifetime\": ¦\"180\" } }", "$.choice.lifetime", "\"180\" is not a duration: a whole number and d, h, m or s, such as \"180d\"; did you mean \"180d\"?")]
    [InlineData("{ \"choice\": { \"lifetime\": ¦\"180 days\" } }", "$.choice.lifetime", "\"180 days\" is not a duration: a whole number and d, h, m or s, such as \"180d\"; did you mean \"180d\"?")]
    [InlineData("{ \"choice\": { \"askAgain\": { \"opt-in\": ¦\"6M\" } } }", "$.choice.askAgain['opt-in']", "\"6M\" is not a duration: a whole number and d, h, m or s, such as \"180d\"; did you mean \"6m\"?")]
    [InlineData("{ \"choice\": { \"askAgain\": { \"opt-out\": ¦\"-1d\" } } }", "$.choice.askAgain['opt-out']", "\"-1d\" is not a duration: a whole number and d, h, m or s, such as \"180d\"")]
    [InlineData("{ \"choice\": { \"askAgain\": { ¦\"optIn\": \"1d\" } } }", "$.choice.askAgain.optIn", "\"optIn\" is not a member that is known here; did you mean \"opt-in\"?")]
    [InlineData("{ \"choice\": { \"epoch\": ¦0 } }", "$.choice.epoch", "0 is not an epoch; it starts at 1 and is raised to ask everybody again")]
    [InlineData("{ \"choice\": { \"cookie\": { \"name\": ¦\"__Host-mine\" } } }", "$.choice.cookie.name", "\"__Host-mine\" is not a name for the choice cookie: leave out the prefix, it is put before the name where the site has https; did you mean \"mine\"?")]
    [InlineData("{ \"choice\": { \"cookie\": { \"name\": ¦\"my choice\" } } }", "$.choice.cookie.name", "\"my choice\" is not a name for the choice cookie: write 1 to 64 letters, digits, - or _")]
    [InlineData("{ \"choice\": { \"cookie\": { \"domain\": ¦\".acme.example\" } } }", "$.choice.cookie.domain", "\".acme.example\" is not a domain; write it without scheme, port and leading dot, such as \"acme.example\"; did you mean \"acme.example\"?")]
    [InlineData("{ \"choice\": { \"cookie\": { \"domain\": ¦\"localhost\" } } }", "$.choice.cookie.domain", "\"localhost\" is not a domain; write it without scheme, port and leading dot, such as \"acme.example\"")]
    // The rest
    [InlineData("{ \"basePath\": ¦\"privacy/\" }", "$.basePath", "\"privacy/\" is not a base path; it starts with a slash, doesn't end with one, and has segments of letters, digits, -, _, . and ~; did you mean \"/privacy\"?")]
    [InlineData("{ \"basePath\": ¦\"/\" }", "$.basePath", "\"/\" is not a base path; it starts with a slash, doesn't end with one, and has segments of letters, digits, -, _, . and ~")]
    [InlineData("{ \"basePath\": ¦\"/a/../b\" }", "$.basePath", "\"/a/../b\" is not a base path; it starts with a slash, doesn't end with one, and has segments of letters, digits, -, _, . and ~")]
    [InlineData("{ \"basePath\": ¦\"/privacy\\n\" }", "$.basePath", "\"/privacy\\u000a\" is not a base path; it starts with a slash, doesn't end with one, and has segments of letters, digits, -, _, . and ~")]
    [InlineData("{ \"controller\": { \"policyUrl\": ¦\"//evil.example\" } }", "$.controller.policyUrl", "\"//evil.example\" is not a path on the site, such as \"/privacy\", nor an http or https address")]
    public void Parse_OfAWrongFile_SaysWhereAndWhatWouldBeRight(string marked, string path, string message)
    {
        int offset = marked.IndexOf('¦', StringComparison.Ordinal);
        string json = marked.Remove(offset, 1);

        ConsentPolicyError error = Assert.Single(Assert.Throws<ConsentPolicyException>(() => Examples.Parse(json)).Errors);

        Assert.Equal((1, offset + 1, path, message), (error.Line, error.Column, error.Path, error.Message));
        Assert.Equal($"consent.json(1,{offset + 1}): {path}: {message}", error.ToString());
    }

    [Fact]
    public void Parse_OfManyErrors_ReportsAllAtOnceInTheFilesOrder()
    {
        const string Json = """
            {
              // comments, and a tab before the error, count as one character each
              "categories": [
                { "id": "necessary", "required": true },
                { "id": "analytics" }, { "id": "analytics" }, 7
              ],
              "services": [
                { "id": "a", "category": "analitics", "hosts": ["a.example", "https://b.example", 3] },
                { "name": "no id", "cookies": [ { "name": "a*b*", "lifetime": "900d" } ] },
                { "id": "gogle-analytics" }
              ],
            	"strict": 1, "enforcment": "report",
              "name": "ürsprünglich", "csp": "on",
              "choice": { "lifetime": "1y", "epoch": -3 }
            }
            """;

        Assert.Equal(
            [
                "consent.json(5,36): $.categories[2].id: \"analytics\" is the id of an earlier category too; give each its own",
                "consent.json(5,51): $.categories[3]: 7 is not an object",
                "consent.json(8,66): $.services[0].hosts[1]: \"https://b.example\" is not a host: leave out the scheme and what follows the host; did you mean \"b.example\"?",
                "consent.json(8,87): $.services[0].hosts[2]: 3 is not a text",
                "consent.json(9,5): $.services[1]: \"id\" is missing",
                "consent.json(9,47): $.services[1].cookies[0].name: \"a*b*\" holds * more than once; a pattern has one at most",
                "consent.json(9,67): $.services[1].cookies[0].lifetime: \"900d\" is longer than 400 days, the longest that browsers keep a cookie; write \"400d\" or less",
                "consent.json(10,13): $.services[2].id: \"gogle-analytics\" has no category and the catalogue doesn't know it; give it a \"category\"; did you mean \"google-analytics\"?",
                "consent.json(12,12): $.strict: 1 is not true or false",
                "consent.json(12,15): $.enforcment: \"enforcment\" is not a member that is known here; did you mean \"enforcement\"?",
                "consent.json(13,3): $.name: \"name\" is not a member that is known here; the members are \"$schema\", \"controller\", \"categories\", \"services\", \"regions\", \"signals\", \"undeclared\", \"strict\", \"enforcement\", \"csp\", \"choice\", \"basePath\", \"banner\"",
                "consent.json(13,34): $.csp: \"on\" is not one of \"off\", \"report-only\", \"enforce\"",
                "consent.json(14,27): $.choice.lifetime: \"1y\" is not a duration: a whole number and d, h, m or s, such as \"180d\"",
                "consent.json(14,42): $.choice.epoch: -3 is not an epoch; it starts at 1 and is raised to ask everybody again",
            ],
            Examples.ErrorsOf(Json));
    }

    [Fact]
    public void Parse_OfAnUnknownCategoryBesideAnUnreadableOne_DoesNotGuess() =>
        Assert.Equal(
            ["consent.json(1,63): $.categories[1].id: 5 is not a text"],
            Examples.ErrorsOf("""{ "categories": [ { "id": "base", "required": true }, { "id": 5 } ], "services": [ { "id": "a", "category": "analytics" } ] }"""));

    [Fact]
    public void Parse_Of33Categories_PointsAtThe33rd()
    {
        string items = string.Join(", ", Enumerable.Range(0, 33).Select(i => $$"""{ "id": "c{{i}}", "required": {{(i == 0 ? "true" : "false")}} }"""));

        string error = Assert.Single(Examples.ErrorsOf($$"""{ "categories": [ {{items}} ] }"""));

        Assert.EndsWith("$.categories[32]: there are 33 categories; a policy holds at most 32", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_OfCategoriesWithOneKey_SaysThatOneHasToBeRenamed()
    {
        Dictionary<uint, string> seen = [];
        (string first, string second) = Enumerable.Range(0, 1 << 20).Select(i => $"c{i}")
            .Select(id => seen.TryAdd(MaterialText.KeyOf(id), id) ? default : (seen[MaterialText.KeyOf(id)], id))
            .First(pair => pair.Item1 is not null);

        string error = Assert.Single(Examples.ErrorsOf($$"""{ "categories": [ { "id": "{{first}}", "required": true }, { "id": "{{second}}" } ] }"""));

        Assert.EndsWith($"$.categories[1].id: \"{second}\" has the same 24-bit hash as \"{first}\", so the choice cookie can't tell them apart; rename one", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_OfAFileThatIsNotUtf8_PointsAtTheFirstWrongByte()
    {
        byte[] latin1 = Encoding.Latin1.GetBytes("{\n \"controller\": { \"name\": \"Bücher\" } }");

        ConsentPolicyError error = Assert.Single(Assert.Throws<ConsentPolicyException>(() => ConsentPolicy.Parse(latin1, "mine.json")).Errors);

        Assert.Equal("mine.json(2,28): $: the file is not UTF-8 from here on; save it as UTF-8", error.ToString());
    }

    [Fact]
    public void Parse_OfHalfASurrogatePair_IsAnErrorInTheFile() =>
        Assert.Equal(
            ["consent.json(1,27): $.controller.name: the text holds \\u escapes that are no characters: half of a surrogate pair"],
            Examples.ErrorsOf("""{ "controller": { "name": "\ud800" } }"""));

    [Fact]
    public void Parse_OfNestingTooDeep_IsAnErrorInTheFile() =>
        Assert.Single(Examples.ErrorsOf(new string('[', 10_000)));

    [Fact]
    public void Load_OfAWrongFile_NamesTheFileWithoutItsFolder()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "\uFEFF{ \"strict\": 1 }");
            ConsentPolicyException e = Assert.Throws<ConsentPolicyException>(() => ConsentPolicy.Load(path));
            Assert.Equal($"{Path.GetFileName(path)}(1,13): $.strict: 1 is not true or false", e.Message);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
