using System.Text.Json;
using System.Text.Json.Nodes;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Consent.Tests.Policy;

public sealed class PolicySchemaTests
{
    private static readonly string s_file = RepositoryFiles.PathOf("wwwroot", PolicySchema.FileName);

    [Fact]
    public async Task File_Always_IsWhatTheTypesGive()
    {
        string schema = PolicySchema.Write();
        if (Environment.GetEnvironmentVariable("CONSENT_UPDATE") == "1")
        {
            await File.WriteAllTextAsync(s_file, schema, TestContext.Current.CancellationToken);
        }

        Assert.True(
            File.Exists(s_file) && await File.ReadAllTextAsync(s_file, TestContext.Current.CancellationToken) == schema,
            $"wwwroot/{PolicySchema.FileName} is not current; run the tests of Consent.Tests once with CONSENT_UPDATE=1 and commit it.");
    }

    [Theory]
    [InlineData(Examples.Full)]
    [InlineData("{}")]
    [InlineData("""{ "regions": { "rules": { "US-CA": "notice", "CA": { "*": "opt-out" } } }, "signals": { "dnt": { "denies": ["analytics"] } } }""")]
    [InlineData("""{ "strict": true, "enforcement": "report", "csp": "report-only", "banner": { "position": "center" }, "choice": { "epoch": 7 } }""")]
    public async Task Schema_OfAGoodFile_AcceptsItAsTheReaderDoes(string json)
    {
        Assert.Empty(await Validate(json));
        Examples.Parse(json);
    }

    [Theory]
    [InlineData("""{ "enforcment": "enforce" }""")]
    [InlineData("""{ "banner": { "colour": "red" } }""")]
    [InlineData("""{ "categories": [ { "id": "necessary", "required": true, "color": "red" } ] }""")]
    [InlineData("""{ "categories": [] }""")]
    [InlineData("""{ "categories": [ { "required": true } ] }""")]
    [InlineData("""{ "categories": null }""")]
    [InlineData("""{ "services": [ { "id": "Google Analytics" } ] }""")]
    [InlineData("""{ "services": [ { "id": "mine", "category": "analytics", "hosts": ["https://mine.example/"] } ] }""")]
    [InlineData("""{ "services": [ { "id": "mine", "category": "analytics", "cookies": ["mine"] } ] }""")]
    [InlineData("""{ "services": [ { "id": "mine", "category": "analytics", "cookies": [ { "name": "a*b*" } ] } ] }""")]
    [InlineData("""{ "regions": { "default": "opt-on" } }""")]
    [InlineData("""{ "regions": { "rules": { "Germany": "opt-in" } } }""")]
    [InlineData("""{ "regions": { "rules": { "DE": { "*": "in" } } } }""")]
    [InlineData("""{ "signals": { "gpc": { "denies": "everything" } } }""")]
    [InlineData("""{ "signals": { "gpc": { "denies": null } } }""")]
    [InlineData("""{ "strict": "yes" }""")]
    [InlineData("""{ "strict": null }""")]
    [InlineData("""{ "choice": { "lifetime": "half a year" } }""")]
    [InlineData("""{ "choice": { "lifetime": 180 } }""")]
    [InlineData("""{ "choice": { "epoch": 0 } }""")]
    [InlineData("""{ "choice": { "epoch": 1.5 } }""")]
    [InlineData("""{ "choice": { "cookie": { "name": "__Host-mine" } } }""")]
    [InlineData("""{ "choice": { "cookie": { "domain": "https://acme.example" } } }""")]
    [InlineData("""{ "basePath": "privacy/" }""")]
    [InlineData("[]")]
    public async Task Schema_OfAWrongFile_RefusesItAsTheReaderDoes(string json)
    {
        Assert.NotEmpty(await Validate(json));
        Assert.NotEmpty(Examples.ErrorsOf(json));
    }

    [Fact]
    public async Task Samples_All_SatisfySchemaAndReader()
    {
        IEnumerable<string> samples = Directory.EnumerateFiles(RepositoryFiles.PathOf("samples"), "consent.json", SearchOption.AllDirectories);
        foreach (string path in samples.Where(f => !f.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj")))
        {
            Assert.Empty(await Validate(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)));
            ConsentPolicy.Load(path);
        }
    }

    [Fact]
    public void Schema_Always_DescribesEveryMember()
    {
        JsonNode schema = JsonNode.Parse(PolicySchema.Write())!;

        Assert.Empty(Undescribed(schema, "$"));
        Assert.Contains("google-analytics", schema["properties"]!["services"]!["items"]!["properties"]!["id"]!["anyOf"]![0]!["enum"]!.AsArray().Select(n => n!.GetValue<string>()));
        Assert.Equal(["enforce", "report"], schema["properties"]!["enforcement"]!["enum"]!.AsArray().Select(n => n!.GetValue<string>()));
        Assert.Equal("180d", schema["properties"]!["choice"]!["properties"]!["lifetime"]!["default"]!.GetValue<string>());
    }

    private static IEnumerable<string> Undescribed(JsonNode? node, string path)
    {
        foreach ((string name, JsonNode? member) in node?["properties"]?.AsObject() ?? [])
        {
            if (member?["description"] is null)
            {
                yield return $"{path}.{name}";
            }

            foreach (string inner in Undescribed(member, $"{path}.{name}").Concat(Undescribed(member?["items"], $"{path}.{name}[]")))
            {
                yield return inner;
            }
        }
    }

    private static async Task<ICollection<ValidationError>> Validate(string json)
    {
        JsonDocumentOptions lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };
        JsonSchema schema = await JsonSchema.FromJsonAsync(PolicySchema.Write(), TestContext.Current.CancellationToken);
        return schema.Validate(JsonNode.Parse(json, documentOptions: lenient)!.ToJsonString());
    }
}
