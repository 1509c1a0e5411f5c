using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Consent.AspNetCore.Tests;

public class PolicySourceTests
{
    private const string Two = """{ "categories": [ { "id": "necessary", "required": true }, { "id": "extra" } ] }""";
    private const string Wrong = """{ "categoriez": [], "basePath": 1 }""";

    [Fact]
    public async Task WrongFile_StopsTheStartWithAllItsErrors()
    {
        using TemporaryFolder folder = new();

        ConsentPolicyException exception = await Assert.ThrowsAsync<ConsentPolicyException>(() => StartAsync(folder, Wrong));

        Assert.Equal(2, exception.Errors.Length);
        Assert.Contains("categoriez", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MissingFile_StopsTheStart()
    {
        using TemporaryFolder folder = new();

        await Assert.ThrowsAsync<FileNotFoundException>(() => StartAsync(folder, content: null));
    }

    [Fact]
    public async Task ChangedFile_IsReadAgain()
    {
        using TemporaryFolder folder = new();
        await using Site site = await StartAsync(folder, "{}");
        Assert.Equal("4", await CategoriesAsync(site));

        File.WriteAllText(Path.Combine(folder.Path, "consent.json"), Two);
        site.Services.GetRequiredService<PolicySource>().Reload();

        Assert.Equal("2", await CategoriesAsync(site));
    }

    [Fact]
    public async Task ChangedFile_IsNoticedByItself()
    {
        using TemporaryFolder folder = new();
        await using Site site = await StartAsync(folder, "{}");

        File.WriteAllText(Path.Combine(folder.Path, "consent.json"), Two);

        Assert.True(SpinWait.SpinUntil(() => site.Policy.Categories.Length == 2, TimeSpan.FromSeconds(20)));
    }

    [Theory]
    [InlineData(Wrong)]
    [InlineData("{")]
    public async Task WrongChange_KeepsTheLastGoodPolicyAndLogsAnError(string content)
    {
        using TemporaryFolder folder = new();
        await using Site site = await StartAsync(folder, "{}");

        File.WriteAllText(Path.Combine(folder.Path, "consent.json"), content);
        site.Services.GetRequiredService<PolicySource>().Reload();

        Assert.Equal("4", await CategoriesAsync(site));
        LogSink.Entry told = site.Log.Of("PolicyReloadFailed").First();
        Assert.IsType<ConsentPolicyException>(told.Exception);
    }

    [Fact]
    public async Task FileThatIsGone_KeepsTheLastGoodPolicy()
    {
        using TemporaryFolder folder = new();
        await using Site site = await StartAsync(folder, "{}");

        File.Delete(Path.Combine(folder.Path, "consent.json"));
        site.Services.GetRequiredService<PolicySource>().Reload();

        Assert.Equal("4", await CategoriesAsync(site));
    }

    [Fact]
    public async Task ChangedBasePath_IsToldToNeedARestart()
    {
        using TemporaryFolder folder = new();
        await using Site site = await StartAsync(folder, "{}");

        File.WriteAllText(Path.Combine(folder.Path, "consent.json"), """{ "basePath": "/my-choices" }""");
        site.Services.GetRequiredService<PolicySource>().Reload();

        Assert.NotEmpty(site.Log.Of("BasePathNeedsRestart"));
        Assert.Equal(System.Net.HttpStatusCode.OK, (await site.GetAsync("/privacy-choices/state")).StatusCode);
        Assert.Contains("action=\"/privacy-choices\"", await (await site.GetAsync("/privacy-choices")).TextAsync(), StringComparison.Ordinal);
    }

    private static Task<Site> StartAsync(TemporaryFolder folder, string? content)
    {
        string path = Path.Combine(folder.Path, "consent.json");
        if (content is not null)
        {
            File.WriteAllText(path, content);
        }

        return Site.StartAsync(new SiteSetup
        {
            Policy = null,
            Services = s => s.AddConsent(path),
            Pipeline = static app => Site.UseAll(
                app, static c => c.Response.WriteAsync(c.GetConsentPolicy().Categories.Length.ToString(CultureInfo.InvariantCulture), c.RequestAborted)),
        });
    }

    private static async Task<string> CategoriesAsync(Site site) => await (await site.GetAsync()).TextAsync();
}
