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
    private static readonly byte[] s_script = [.. " type=\"text/plain\" src=\"\""u8];
    private static readonly byte[] s_styleHolder = [.. "script type=\"text/plain\" data-pc-style"u8];

    private static readonly Shadow s_src = new([.. "src"u8], [.. " src=\"about:blank\""u8]);
    private static readonly Shadow s_srcset = new([.. "srcset"u8], [.. " srcset=\"\""u8]);
    private static readonly Shadow s_srcdoc = new([.. "srcdoc"u8], [.. " srcdoc=\"\""u8]);
    private static readonly Shadow s_href = new([.. "href"u8], [.. " href=\"\""u8]);
    private static readonly Shadow s_xlink = new([.. "xlink:href"u8], [.. " xlink:href=\"\""u8]);
    private static readonly Shadow s_imagesrcset = new([.. "imagesrcset"u8], [.. " imagesrcset=\"\""u8]);
    private static readonly Shadow s_poster = new([.. "poster"u8], [.. " poster=\"\""u8]);
    private static readonly Shadow s_data = new([.. "data"u8], [.. " data=\"\""u8]);

    private static readonly Shadow[] s_iframe = [s_src, s_srcdoc];
    private static readonly Shadow[] s_link = [s_href, s_imagesrcset];
    private static readonly Shadow[] s_object = [s_data];
    private static readonly Shadow[] s_reference = [s_href, s_xlink];
    private static readonly Shadow[] s_image = [s_src, s_srcset, s_href, s_xlink];
    private static readonly Shadow[] s_img = [s_src, s_srcset];
    private static readonly Shadow[] s_video = [s_src, s_poster];
    private static readonly Shadow[] s_other = [s_src];
    private static readonly Shadow[] s_base = [s_href];
    private static readonly Shadow[] s_meta = [new([.. "http-equiv"u8], [.. " http-equiv=\"\""u8])];
    private static readonly Shadow[] s_animate = [new([.. "attributeName"u8], [.. " attributeName=\"\""u8])];
    private static readonly Shadow[] s_none = [];
    private static readonly Shadow[] s_asides =
    [
        new([.. "style"u8], [.. " style=\"\""u8]), new([.. "background"u8], [.. " background=\"\""u8]),
        new([.. "ping"u8], [.. " ping=\"\""u8]), new([.. "attributionsrc"u8], [.. " attributionsrc=\"\""u8]),
        new([.. "action"u8], [.. " action=\"\""u8]), new([.. "formaction"u8], [.. " formaction=\"\""u8]),
    ];

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
                edits.Insert(tag.NameEnd, s_script);
                return;
            case TagKind.Style:
                edits.Replace(1, tag.NameEnd - 1, s_styleHolder);
                return;
        }

        foreach (Shadow shadow in ShadowsOf(tag.Type.Kind))
        {
            if (!HoldsItsContent(tag, unfinished, shadow.Name))
            {
                edits.Insert(tag.NameEnd, shadow.Attribute);
            }
        }
    }

    /// <summary>Closes what leads to a host on any element and has not come whole. What has come is judged as ever.</summary>
    public static void CloseAsides(in TagView tag, TagAttribute? unfinished, TagEdits edits)
    {
        foreach (Shadow shadow in s_asides)
        {
            bool isUnfinished = unfinished is { } last && Ascii.EqualsIgnoreCase(tag.NameOf(last), shadow.Name);
            bool mayFollow = shadow.Name.Length is not (6 or 10) || shadow.Name[0] == 'b';  // a form without its action would do harm
            if (tag.IndexOf(shadow.Name) < 0 && (isUnfinished || mayFollow))
            {
                edits.Insert(tag.NameEnd, shadow.Attribute);
            }
        }
    }

    private static Shadow[] ShadowsOf(TagKind kind) => kind switch
    {
        TagKind.Iframe => s_iframe,
        TagKind.Meta => s_meta,
        TagKind.Base => s_base,
        TagKind.Animate => s_animate,
        TagKind.Param => s_none,
        TagKind.Link => s_link,
        TagKind.Object => s_object,
        TagKind.Use or TagKind.Other => s_reference,
        TagKind.Image => s_image,
        TagKind.Img or TagKind.Source => s_img,
        TagKind.Video => s_video,
        _ => s_other,
    };

    private static bool HoldsItsContent(in TagView tag, TagAttribute? unfinished, ReadOnlySpan<byte> name)
    {
        int index = tag.IndexOf(name);
        TagAttribute attribute;
        if (index >= 0)
        {
            attribute = tag.Attributes[index];
        }
        else if (unfinished is { } last && Ascii.EqualsIgnoreCase(tag.NameOf(last), name))
        {
            attribute = last;
        }
        else
        {
            return false;
        }

        ReadOnlySpan<byte> value = tag.ValueOf(attribute);
        foreach (byte[] start in s_contained)
        {
            if (StartsWith(value, start))
            {
                // An SVG image loads nothing inside img, but does in a frame.
                return tag.Type.Kind is TagKind.Img or TagKind.Image || !StartsWith(value, "data:image/svg"u8);
            }
        }

        return false;
    }

    private static bool StartsWith(ReadOnlySpan<byte> value, ReadOnlySpan<byte> start) =>
        value.Length >= start.Length && Ascii.EqualsIgnoreCase(value[..start.Length], start);

    private sealed record Shadow(byte[] Name, byte[] Attribute);
}
