using System.Text.RegularExpressions;

namespace Consent;

/// <summary>The shapes of the texts in <c>consent.json</c>, for the reader and for the schema alike.</summary>
internal static partial class Shapes
{
    public const string CategoryId = "^[a-z0-9-]{1,32}$";
    public const string ServiceId = "^[a-z0-9-]{1,64}$";
    public const string BasePath = "^(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+$";
    public const string Link = "^(/([^/\\\\\\s][^\\s]*)?|https?://[^\\s/]+[^\\s]*)$";
    public const string Duration = "^[0-9]{1,9}[dhms]$";
    public const string Region = "^[A-Z]{2}(-[A-Z0-9]{1,3})?$";

    // A label of a host: letters, digits, underscores (seen in the wild), hyphens inside.
    public const string Host = "^([A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?\\.)*[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?$";
    public const string CookieDomain = "^([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$";

    // RFC 6265bis §4.1.1: a token; browsers' prefixes are put before it by the library.
    public const string ChoiceCookieName = "^(?!__)[A-Za-z0-9!#$%&'+.^_`|~-]{1,64}$";

    // What browsers can store as a name, with one * at most.
    public const string CookiePattern = "^[^*\\s;=,\\u0000-\\u001F\\u007F]*(?!$)\\*?[^*\\s;=,\\u0000-\\u001F\\u007F]*$";
    public const string StorageKey = "^[^*]*(?!$)\\*?[^*]*$";
    public const string Script = "^[\\s\\S]{3,}$";

    [GeneratedRegex(CategoryId)]
    public static partial Regex IsCategoryId { get; }

    [GeneratedRegex(ServiceId)]
    public static partial Regex IsServiceId { get; }

    [GeneratedRegex(BasePath)]
    public static partial Regex IsBasePath { get; }

    [GeneratedRegex(Link)]
    public static partial Regex IsLink { get; }

    [GeneratedRegex(Duration)]
    public static partial Regex IsDuration { get; }

    [GeneratedRegex(Region)]
    public static partial Regex IsRegion { get; }

    [GeneratedRegex(Host)]
    public static partial Regex IsHost { get; }

    [GeneratedRegex(CookieDomain)]
    public static partial Regex IsCookieDomain { get; }

    [GeneratedRegex(ChoiceCookieName)]
    public static partial Regex IsChoiceCookieName { get; }

    [GeneratedRegex(CookiePattern)]
    public static partial Regex IsCookiePattern { get; }

    [GeneratedRegex(Script)]
    public static partial Regex IsScript { get; }

    [GeneratedRegex(StorageKey)]
    public static partial Regex IsStorageKey { get; }
}
