using System.Diagnostics;
using System.Text;

namespace Consent.BrowserTests.Packages;

/// <summary>Runs the <c>dotnet</c> command as a user would, with a package folder of its own.</summary>
internal sealed class DotnetCli(string packagesFolder)
{
    public async Task RunAsync(string folder, params string[] arguments)
    {
        using Process process = Start(folder, arguments, []);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"dotnet {string.Join(' ', arguments)}\n{await output}{await errors}");
    }

    /// <summary>Starts a web application and waits until it says where it listens.</summary>
    public async Task<RunningApp> StartWebAsync(string folder, string environment, params string[] arguments)
    {
        Process process = Start(folder, arguments, new() { ["ASPNETCORE_ENVIRONMENT"] = environment, ["ASPNETCORE_URLS"] = "http://127.0.0.1:0" });
        StringBuilder said = new();
        process.ErrorDataReceived += (_, line) => said.AppendLine(line.Data);
        process.BeginErrorReadLine();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            said.AppendLine(line);
            const string Mark = "Now listening on: ";
            if (line.IndexOf(Mark, StringComparison.Ordinal) is >= 0 and int at)
            {
                _ = process.StandardOutput.ReadToEndAsync();
                Uri address = new(line[(at + Mark.Length)..].Trim());
                return new RunningApp(process, new Uri($"http://localhost:{address.Port}"));
            }
        }

        process.Dispose();
        throw new InvalidOperationException($"The application ended before it listened:\n{said}");
    }

    private Process Start(string folder, string[] arguments, Dictionary<string, string> environment)
    {
        ProcessStartInfo start = new("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["NUGET_PACKAGES"] = packagesFolder;
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";

        // The test host's own settings are not those of a fresh shell.
        foreach (string inherited in (string[])["MSBuildSDKsPath", "MSBUILD_EXE_PATH", "MSBuildExtensionsPath", "ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT"])
        {
            start.Environment.Remove(inherited);
        }

        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start) ?? throw new InvalidOperationException("dotnet could not be started.");
    }
}
