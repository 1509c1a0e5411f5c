namespace Consent.Html;

/// <summary>
/// Which attributes lead to a host (HTML, SVG 2, and what older browsers knew). <c>href</c> of <c>a</c> and <c>area</c> is
/// followed by the visitor, not by the page, and stays.
/// </summary>
internal static class AttributeRoles
{
    // By length, a bit for each first letter: most attributes need no more than this to be passed over.
    private static readonly uint[] s_firstLetters = FirstLetters(
        "to", "by", "src", "href", "ping", "from", "data", "code", "fill", "mask", "stroke", "filter", "cursor", "clip-path", "marker-end",
        "marker-start", "style", "value", "srcset", "poster", "srcdoc", "action", "values", "content", "archive", "classid", "codebase",
        "manifest", "background", "formaction", "xlink:href", "imagesrcset", "attributionsrc");

    /// <summary>The role of an attribute.</summary>
    /// <param name="tag">The tag.</param>
    /// <param name="name">The attribute's name, in any case.</param>
    /// <param name="isForeign">Whether the tag may be SVG or MathML.</param>
    public static AttributeRole Of(in TagView tag, ReadOnlySpan<byte> name, bool isForeign)
    {
        if (name.Length >= s_firstLetters.Length || name.IsEmpty || (s_firstLetters[name.Length] & (1u << (name[0] & 31))) == 0)
        {
            return AttributeRole.None;
        }

        TagKind kind = tag.Type.Kind;
        switch (name.Length)
        {
            case 2 when kind == TagKind.Animate && Is(name, "to"u8) || Is(name, "by"u8):
                return kind == TagKind.Animate ? AttributeRole.Aside : AttributeRole.None;
            case 3 when Is(name, "src"u8):
                return tag.Type.Loads ? AttributeRole.Source : AttributeRole.None;
            case 4 when Is(name, "href"u8):
                return LoadsReference(tag, isForeign) ? AttributeRole.Source : AttributeRole.None;
            case 4 when Is(name, "ping"u8):
                return AttributeRole.Pings;
            case 4 when Is(name, "from"u8):
                return kind == TagKind.Animate ? AttributeRole.Aside : AttributeRole.None;
            case 4 when Is(name, "data"u8):
                return kind == TagKind.Object ? AttributeRole.Source : AttributeRole.None;
            case 4 when Is(name, "code"u8):
                return kind == TagKind.Object ? AttributeRole.Aside : AttributeRole.None;
            case 4 when Is(name, "fill"u8) || Is(name, "mask"u8):
            case 6 when Is(name, "stroke"u8) || Is(name, "filter"u8) || Is(name, "cursor"u8):
            case 9 when Is(name, "clip-path"u8):
            case 10 when Is(name, "marker-end"u8) || Is(name, "marker-mid"u8):
            case 12 when Is(name, "marker-start"u8):
                return isForeign ? AttributeRole.Css : AttributeRole.None;
            case 5 when Is(name, "style"u8):
                return AttributeRole.Css;
            case 5 when Is(name, "value"u8):
                return kind == TagKind.Param ? AttributeRole.Aside : AttributeRole.None;
            case 6 when Is(name, "srcset"u8):
                return tag.Type.Loads ? AttributeRole.SourceSet : AttributeRole.None;
            case 6 when Is(name, "poster"u8):
                return AttributeRole.Source;
            case 6 when Is(name, "srcdoc"u8):
                return kind == TagKind.Iframe ? AttributeRole.Document : AttributeRole.None;
            case 6 when Is(name, "action"u8):
                return AttributeRole.Aside;
            case 6 when Is(name, "values"u8):
                return kind == TagKind.Animate ? AttributeRole.Values : AttributeRole.None;
            case 7 when Is(name, "content"u8):
                return IsRefresh(tag) ? AttributeRole.Refresh : AttributeRole.None;
            case 7 when Is(name, "archive"u8) || Is(name, "classid"u8):
            case 8 when Is(name, "codebase"u8):
                return kind == TagKind.Object ? AttributeRole.Aside : AttributeRole.None;
            case 8 when Is(name, "manifest"u8):
                return kind == TagKind.Html ? AttributeRole.Aside : AttributeRole.None;
            case 10 when Is(name, "background"u8) || Is(name, "formaction"u8):
                return AttributeRole.Aside;
            case 10 when Is(name, "xlink:href"u8):
                return LoadsReference(tag, isForeign) ? AttributeRole.Source : AttributeRole.None;
            case 11 when Is(name, "imagesrcset"u8):
                return kind == TagKind.Link ? AttributeRole.SourceSet : AttributeRole.None;
            case 14 when Is(name, "attributionsrc"u8):
                return AttributeRole.Pings;
            default:
                return AttributeRole.None;
        }
    }

    private static uint[] FirstLetters(params ReadOnlySpan<string> names)
    {
        uint[] letters = new uint[16];
        foreach (string name in names)
        {
            letters[name.Length] |= 1u << (name[0] & 31);
        }

        return letters;
    }

    private static bool LoadsReference(in TagView tag, bool isForeign) => tag.Type.Kind switch
    {
        // Where it is doubtful whether this is SVG, the gate settles it; a reference that HTML knows nothing of is no loss.
        TagKind.Link => LinkRelations.Load(tag),
        TagKind.Base or TagKind.Use or TagKind.Image or TagKind.Script => true,
        _ => isForeign && !IsLink(tag),
    };

    private static bool IsRefresh(in TagView tag) =>
        tag.Type.Kind == TagKind.Meta
        && tag.IndexOf("http-equiv"u8) is >= 0 and int index
        && CharacterReferences.TryDecode(tag.ValueOf(tag.Attributes[index]), stackalloc byte[64], out ReadOnlySpan<byte> value)
        && Is(value.Trim(" \t\n\f\r"u8), "refresh"u8);

    private static bool IsLink(in TagView tag) => tag.Name.Length == 1 && (tag.Name[0] | 0x20) == 'a';

    private static bool Is(ReadOnlySpan<byte> name, ReadOnlySpan<byte> lower) => System.Text.Ascii.EqualsIgnoreCase(name, lower);
}
