using System.Diagnostics;

namespace Consent.BrowserTests.Packages;

/// <summary>A web application in a process of its own, ended with its children when disposed.</summary>
internal sealed class RunningApp(Process process, Uri address) : IDisposable
{
    public Uri Address { get; } = address;

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        process.Dispose();
    }
}
