namespace Consent.BrowserTests.Packages;

/// <summary>
/// What a newcomer does: packs of this source in a local feed, a fresh <c>dotnet new webapp</c> outside the repository,
/// the package, the two lines, and one marked tag. Made once for all tests of the class.
/// </summary>
public sealed class Newcomer : IAsyncLifetime
{
    private readonly string _root = Directory.CreateTempSubdirectory("consent-newcomer-").FullName;

    internal DotnetCli Dotnet => new(Path.Combine(_root, "packages"));

    internal string Project => Path.Combine(_root, "Web");

    internal string Published => Path.Combine(_root, "published");

    internal MeasuringHost Metrics { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Metrics.StartAsync();
        string feed = Directory.CreateDirectory(Path.Combine(_root, "feed")).FullName;
        string source = RepositoryRoot.Path;
        foreach (string name in (string[])["Consent", "Consent.AspNetCore", "Consent.Razor"])
        {
            await Dotnet.RunAsync(source, "pack", $"src/{name}/{name}.csproj", "-c", "Release", "-o", feed, "-nologo", "-v", "q");
        }

        await Dotnet.RunAsync(_root, "new", "webapp", "-n", "Web", "-f", "net10.0", "--no-restore");
        await File.WriteAllTextAsync(Path.Combine(Project, "nuget.config"), $"""
            <configuration><packageSources><clear /><add key="local" value="{feed}" /></packageSources></configuration>
            """);
        await Dotnet.RunAsync(Project, "add", "package", "Consent.Razor");
        await EditAsync("Program.cs", "var app = builder.Build();", """
            builder.Services.AddConsent("consent.json");
            var app = builder.Build();
            app.UseConsent();
            app.MapConsent();
            """);
        await File.WriteAllTextAsync(Path.Combine(Project, "consent.json"), "{}");
        await File.AppendAllTextAsync(Path.Combine(Project, "Pages", "_ViewImports.cshtml"), "\n@addTagHelper *, Consent.Razor\n");
        await File.AppendAllTextAsync(
            Path.Combine(Project, "Pages", "Index.cshtml"),
            $"\n<script consent=\"analytics\" src=\"{Metrics.Address}tag.js\"></script>\n");
        await Dotnet.RunAsync(Project, "build", "-nologo", "-v", "q");
        await Dotnet.RunAsync(Project, "publish", "-nologo", "-v", "q", "-o", Published);
    }

    public async ValueTask DisposeAsync()
    {
        await Metrics.DisposeAsync();
        Directory.Delete(_root, recursive: true);
    }

    private async Task EditAsync(string file, string what, string with)
    {
        string path = Path.Combine(Project, file);
        string text = await File.ReadAllTextAsync(path);
        Assert.Contains(what, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(path, text.Replace(what, with, StringComparison.Ordinal));
    }
}
