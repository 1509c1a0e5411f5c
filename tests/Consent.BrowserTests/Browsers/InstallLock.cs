namespace Consent.BrowserTests.Browsers;

/// <summary>Lets one process at a time install something on this machine.</summary>
internal sealed class InstallLock : IAsyncDisposable
{
    private static readonly string s_path = Path.Combine(Path.GetTempPath(), "privacy-tests-install.lock");
    private readonly FileStream _file;

    private InstallLock(FileStream file) => _file = file;

    public static async Task<InstallLock> TakeAsync()
    {
        using PeriodicTimer retry = new(TimeSpan.FromMilliseconds(250));   // the system tells nobody when a lock file is free
        using CancellationTokenSource limit = new(TimeSpan.FromMinutes(10));
        for (; ; )
        {
            try
            {
                return new InstallLock(new FileStream(s_path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException)
            {
                await retry.WaitForNextTickAsync(limit.Token);
            }
        }
    }

    public ValueTask DisposeAsync() => _file.DisposeAsync();
}
