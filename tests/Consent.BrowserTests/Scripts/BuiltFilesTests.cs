using System.Diagnostics;
using Consent.BrowserTests.Browsers;

namespace Consent.BrowserTests.Scripts;

public sealed class BuiltFilesTests
{
    [Fact]
    public async Task Wwwroot_Scripts_AreWhatTheSourceBuilds()
    {
        string npm = await InstalledProgram.Npm.LocateAsync();
        string root = RepositoryRoot.Path;
        string source = Directory.CreateTempSubdirectory("browser-source-").FullName;
        string built = Directory.CreateTempSubdirectory("browser-built-").FullName;
        try
        {
            CopySource(Path.Combine(root, "src", "Consent.Browser"), source);
            await RunAsync(npm, source, built, "ci", "--no-audit", "--no-fund");
            await RunAsync(npm, source, built, "run", "build");

            string[] files = [.. Directory.GetFiles(built).Select(f => Path.GetFileName(f))];
            Assert.Contains("gate.js", files);
            Assert.Contains("choices.js", files);
            Assert.All(files, file => Assert.Equal(
                File.ReadAllBytes(Path.Combine(built, file)), File.ReadAllBytes(Path.Combine(root, "wwwroot", file))));
        }
        finally
        {
            Directory.Delete(source, recursive: true);
            Directory.Delete(built, recursive: true);
        }
    }

    private static Task RunAsync(string npm, string folder, string built, params string[] arguments) =>
        InstalledProgram.RunAsync(new ProcessStartInfo(npm, arguments) { WorkingDirectory = folder, Environment = { ["OUT"] = built } });

    private static void CopySource(string from, string to)
    {
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string path = Path.GetRelativePath(from, file);
            if (!path.Split(Path.DirectorySeparatorChar).Contains("node_modules"))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(to, path))!);
                File.Copy(file, Path.Combine(to, path));
            }
        }
    }
}
