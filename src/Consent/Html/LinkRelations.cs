using System.Text;

namespace Consent.Html;

/// <summary>What the <c>rel</c> of a <c>link</c> makes the browser do.</summary>
internal static class LinkRelations
{
    private static readonly byte[][] s_hints =
        [[.. "preconnect"u8], [.. "dns-prefetch"u8], [.. "prefetch"u8], [.. "prerender"u8], [.. "next"u8], [.. "subresource"u8]];

    private static readonly byte[][] s_loads =
    [
        [.. "stylesheet"u8], [.. "preload"u8], [.. "modulepreload"u8], [.. "icon"u8], [.. "mask-icon"u8], [.. "manifest"u8],
        [.. "apple-touch-icon"u8], [.. "apple-touch-icon-precomposed"u8], [.. "apple-touch-startup-image"u8], [.. "fluid-icon"u8],
        [.. "search"u8], [.. "import"u8], [.. "compression-dictionary"u8], [.. "dictionary"u8],
    ];

    /// <summary>Whether the browser connects to where the link leads; most relations only say something.</summary>
    public static bool Load(in TagView tag) => Has(tag, s_loads, whenTooLong: true) || Has(tag, s_hints, whenTooLong: true);

    /// <summary>Whether the link only makes something faster. Such links are dropped, not closed.</summary>
    public static bool OnlyHint(in TagView tag) => Has(tag, s_hints, whenTooLong: false) && !Has(tag, s_loads, whenTooLong: true);

    private static bool Has(in TagView tag, byte[][] relations, bool whenTooLong)
    {
        if (tag.IndexOf("rel"u8) is not (>= 0 and int index))
        {
            return false;
        }

        if (!CharacterReferences.TryDecode(tag.ValueOf(tag.Attributes[index]), stackalloc byte[256], out ReadOnlySpan<byte> value))
        {
            return whenTooLong;
        }

        while (true)
        {
            int start = value.IndexOfAnyExcept(" \t\n\f\r"u8);
            if (start < 0)
            {
                return false;
            }

            value = value[start..];
            int end = value.IndexOfAny(" \t\n\f\r"u8);
            ReadOnlySpan<byte> relation = end < 0 ? value : value[..end];
            foreach (byte[] known in relations)
            {
                if (Ascii.EqualsIgnoreCase(relation, known))
                {
                    return true;
                }
            }

            value = end < 0 ? [] : value[end..];
        }
    }
}
