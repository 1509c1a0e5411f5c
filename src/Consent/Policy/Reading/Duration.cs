using System.Globalization;

namespace Consent;

/// <summary>A span of time as written: a whole number and <c>d</c>, <c>h</c>, <c>m</c> or <c>s</c>.</summary>
internal static class Duration
{
    /// <summary>The seconds of a text that has the shape of a duration.</summary>
    public static long Seconds(string text)
    {
        long unit = text[^1] switch { 'd' => 86_400, 'h' => 3_600, 'm' => 60, _ => 1 };
        return unit * long.Parse(text.AsSpan(0, text.Length - 1), CultureInfo.InvariantCulture);
    }

    /// <summary>The span of a text that is known to be sound, or <see langword="null"/> for none.</summary>
    public static TimeSpan? Parse(string? text) => text is null ? null : TimeSpan.FromSeconds(Seconds(text));

    /// <summary>The duration that is probably meant by a text that isn't one; it may not be one either.</summary>
    public static string Guess(string text)
    {
        string compact = text.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
        int digits = compact.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return digits switch { < 0 => compact + "d", 0 => "", _ => compact[..(digits + 1)] };
    }
}
