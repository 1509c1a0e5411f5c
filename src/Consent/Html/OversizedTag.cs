using System.Text;

namespace Consent.Html;

/// <summary>
/// What becomes of a tag that is longer than the gate keeps in memory.
/// </summary>
/// <remarks>
/// Its end, and a mark there, can't be awaited. So it leaves closed: empty attributes put behind its
/// name win against all of the same name that follow. An attribute that already came and holds its
/// content itself (<c>src="data:image/png;…"</c>, what makes tags so long in practice) is left alone.
/// </remarks>
internal static class OversizedTag
{
    private static readonly byte[] s_blank = [.. "about:blank"u8];

    private static readonly byte[][] s_contained =
    [
        [.. "data:image/"u8], [.. "data:font/"u8], [.. "data:video/"u8], [.. "data:audio/"u8],
        [.. "data:application/pdf"u8],
    ];

    /// <summary>Closes a tag of which only a part is known.</summary>
    /// <param name="tag">The part, with the attributes that are complete.</param>
    /// <param name="unfinished">The attribute whose value goes on.</param>
    /// <param name="edits">Takes the changes.</param>
    public static void Close(in TagView tag, TagAttribute? unfinished, TagEdits edits)
    {
        switch (tag.Type.Kind)
        {
            case TagKind.Script:
                edits.Insert(tag.NameEnd, " type=\"text/plain\" src=\"\""u8.ToArray());
                break;
            case TagKind.Style:
                edits.Replace(1, tag.NameEnd - 1, "script type=\"text/plain\" data-pc-style"u8.ToArray());
                break;
            case TagKind.Iframe:
                Shadow(tag, unfinished, "src"u8, edits);
                Shadow(tag, unfinished, "srcdoc"u8, edits);
                break;
            case TagKind.Link:
                Shadow(tag, unfinished, "href"u8, edits);
                Shadow(tag, unfinished, "imagesrcset"u8, edits);
                break;
            case TagKind.Object:
                Shadow(tag, unfinished, "data"u8, edits);
                break;
            case TagKind.Use or TagKind.Other:
                Shadow(tag, unfinished, "href"u8, edits);
                Shadow(tag, unfinished, "xlink:href"u8, edits);
                break;
            default:
                Shadow(tag, unfinished, "src"u8, edits);
                if (tag.Type.Kind is TagKind.Img or TagKind.Image or TagKind.Source)
                {
                    Shadow(tag, unfinished, "srcset"u8, edits);
                }

                if (tag.Type.Kind == TagKind.Image)
                {
                    Shadow(tag, unfinished, "href"u8, edits);
                    Shadow(tag, unfinished, "xlink:href"u8, edits);
                }

                if (tag.Type.Kind == TagKind.Video)
                {
                    Shadow(tag, unfinished, "poster"u8, edits);
                }

                break;
        }
    }

    private static void Shadow(in TagView tag, TagAttribute? unfinished, ReadOnlySpan<byte> name, TagEdits edits)
    {
        int index = tag.IndexOf(name);
        TagAttribute? first = index >= 0 ? tag.Attributes[index]
            : unfinished is { } last && Ascii.EqualsIgnoreCase(tag.NameOf(last), name) ? unfinished
            : null;
        if (first is { } attribute && HoldsItsContent(tag, attribute))
        {
            return;
        }

        byte[] value = name.SequenceEqual("src"u8) ? s_blank : [];
        byte[] shadow = [(byte)' ', .. name, (byte)'=', (byte)'"', .. value, (byte)'"'];
        edits.Insert(tag.NameEnd, shadow);
    }

    private static bool HoldsItsContent(in TagView tag, in TagAttribute attribute)
    {
        ReadOnlySpan<byte> value = tag.ValueOf(attribute);
        foreach (byte[] start in s_contained)
        {
            if (value.Length > start.Length && Ascii.EqualsIgnoreCase(value[..start.Length], start))
            {
                // An SVG image loads nothing inside img, but does in a frame.
                return tag.Type.Kind is TagKind.Img or TagKind.Image
                    || value.Length < 14
                    || !Ascii.EqualsIgnoreCase(value[..14], "data:image/svg"u8);
            }
        }

        return false;
    }
}
