using System.Diagnostics;

namespace Consent.BrowserTests.Browsers;

/// <summary>A program that the tests need: found where it usually is, else installed. Never done without.</summary>
/// <param name="Name">What it is called in messages.</param>
/// <param name="Variable">The environment variable that names its path and goes before all else.</param>
/// <param name="Commands">What it is called on the path.</param>
/// <param name="Places">Where else it may be.</param>
/// <param name="Package">The Debian package that holds it.</param>
public sealed record InstalledProgram(string Name, string Variable, string[] Commands, string[] Places, string Package)
{
    public static readonly InstalledProgram Chromium = new(
        "Chromium", "CONSENT_CHROMIUM",
        ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome", "microsoft-edge"],
        [
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            @"%ProgramFiles%\Google\Chrome\Application\chrome.exe",
            @"%ProgramFiles(x86)%\Microsoft\Edge\Application\msedge.exe",
        ],
        "chromium");

    public static readonly InstalledProgram Firefox = new(
        "Firefox", "CONSENT_FIREFOX",
        ["firefox-esr", "firefox"],
        [
            "/Applications/Firefox.app/Contents/MacOS/firefox",
            @"%ProgramFiles%\Mozilla Firefox\firefox.exe",
        ],
        "firefox-esr");

    public static readonly InstalledProgram Npm = new("npm", "CONSENT_NPM", ["npm", "npm.cmd"], [], "npm");

    /// <summary>The path of the program.</summary>
    /// <param name="others">Further paths to look at, such as that of Playwright's own download.</param>
    /// <exception cref="InvalidOperationException">It is not there and can't be installed.</exception>
    public async Task<string> LocateAsync(params string[] others)
    {
        if (Find(others) is { } found)
        {
            return found;
        }

        await using (await InstallLock.TakeAsync())    // another test assembly may be installing it this moment
        {
            if (Find(others) is { } installedMeanwhile)
            {
                return installedMeanwhile;
            }

            if (OperatingSystem.IsLinux() && File.Exists("/usr/bin/apt-get") && Environment.UserName == "root")
            {
                await RunAsync("apt-get", "update");
                await RunAsync("apt-get", "-o", "DPkg::Lock::Timeout=300", "install", "-y", "--no-install-recommends", Package);
            }
        }

        return Find(others) ?? throw new InvalidOperationException(
            $"{Name} is needed and was not found. Install it, or set {Variable} to the path of its program.");
    }

    public string? Find(params string[] others)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return File.Exists(named) ? named : throw new InvalidOperationException($"{Variable} names {named}, which is not there.");
        }

        IEnumerable<string> onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => Commands.Select(command => Path.Combine(folder, OperatingSystem.IsWindows() && !Path.HasExtension(command) ? command + ".exe" : command)));
        return others.Concat(onPath).Concat(Places.Select(Environment.ExpandEnvironmentVariables)).FirstOrDefault(File.Exists);
    }

    /// <summary>Runs a program to its end.</summary>
    /// <exception cref="InvalidOperationException">It failed; the message holds what it wrote.</exception>
    public static async Task RunAsync(string program, params string[] arguments) => await RunAsync(new ProcessStartInfo(program, arguments));

    /// <inheritdoc cref="RunAsync(string, string[])"/>
    public static async Task RunAsync(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using Process process = Process.Start(start)!;
        Task<string> written = process.StandardOutput.ReadToEndAsync();
        string errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(
                $"{start.FileName} {string.Join(' ', start.ArgumentList)} ended with {process.ExitCode}:\n{await written}{errors}");
        }
    }
}
