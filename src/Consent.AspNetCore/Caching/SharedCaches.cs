using Microsoft.AspNetCore.Http;

namespace Consent.AspNetCore;

/// <summary>Caches that serve more than one visitor.</summary>
internal static class SharedCaches
{
    /// <summary>
    /// Keeps a response that depends on its visitor from them, and from being shown to the same visitor after another choice.
    /// What the application already keeps to itself stays as it is.
    /// </summary>
    public static void KeepOut(IHeaderDictionary headers)
    {
        string cache = headers.CacheControl.ToString();
        if (!cache.Contains("no-store", StringComparison.OrdinalIgnoreCase) && !cache.Contains("private", StringComparison.OrdinalIgnoreCase))
        {
            headers.CacheControl = "private, no-cache";
        }
    }
}
