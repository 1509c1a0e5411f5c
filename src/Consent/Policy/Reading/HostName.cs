using System.Globalization;

namespace Consent;

/// <summary>Says what is wrong with a text that should be a host, and which host it probably means.</summary>
internal static class HostName
{
    public const int MaxLength = 253;

    /// <summary>What is wrong, or <see langword="null"/> if the text is a host.</summary>
    public static string? Wrong(string text) =>
        text.Contains("://", StringComparison.Ordinal) || text.StartsWith("//", StringComparison.Ordinal) ? "leave out the scheme and what follows the host"
        : text.Contains('*', StringComparison.Ordinal) ? "leave out the wildcard, every sub-domain counts anyway"
        : text.IndexOfAny(['/', '?', '#', '\\']) >= 0 ? "leave out the path"
        : text.Contains('@', StringComparison.Ordinal) ? "leave out what stands before the @"
        : text.Contains(':', StringComparison.Ordinal) ? "leave out the port, every port counts"
        : text.StartsWith('.') || (text.EndsWith('.') && text.Length > 1) ? "leave out the outer dot, every sub-domain counts anyway"
        : text.Any(static c => c > '\u007F') ? "write it in its ASCII form"
        : text.Length > MaxLength ? $"it is longer than {MaxLength} characters"
        : Shapes.IsHost.IsMatch(text) && !text.EndsWith('\n') ? null
        : "it has labels of letters, digits and -, with dots between";

    /// <summary>The host that is probably meant, or <see langword="null"/>.</summary>
    public static string? Guess(string text)
    {
        int scheme = text.IndexOf("//", StringComparison.Ordinal);
        string host = scheme >= 0 ? text[(scheme + 2)..] : text;
        host = host.Split('/', '\\', '?', '#')[0];
        host = host[(host.IndexOf('@', StringComparison.Ordinal) + 1)..];
        host = host.Split(':')[0].Trim().Replace("*.", "", StringComparison.Ordinal).Trim('.', '*').ToLowerInvariant();
        if (host.Any(static c => c > '\u007F'))
        {
            try
            {
                host = new IdnMapping().GetAscii(host);
            }
            catch (ArgumentException)
            {
                return null;
            }
        }

        return host != text && Wrong(host) is null ? host : null;
    }
}
