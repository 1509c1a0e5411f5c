namespace Consent.AspNetCore;

/// <summary>What is told once in the application's life.</summary>
internal sealed class Told
{
    public const int MissingGate = 1;
    public const int Encoded = 2;
    public const int Charset = 4;
    public const int RegionFailed = 8;

    private int _told;

    /// <summary>Whether it was told already.</summary>
    public bool Was(int what) => (Volatile.Read(ref _told) & what) != 0;

    /// <summary>Whether it is to be told now; of several threads one is told so.</summary>
    public bool First(int what) => (Interlocked.Or(ref _told, what) & what) == 0;
}
