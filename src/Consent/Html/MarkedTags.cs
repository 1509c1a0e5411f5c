using System.Text;

namespace Consent.Html;

/// <summary>
/// Opens the marked tags that the decision allows and closes those that it denies, by the closed
/// and open forms that tag helpers and the browser's script know too.
/// </summary>
/// <remarks>
/// Browsers take the first of duplicate attributes. A changed name must not let a second one
/// through, so all but one are taken out.
/// </remarks>
internal static class MarkedTags
{
    private static readonly byte[][] s_urlAttributes =
    [
        [.. "src"u8], [.. "srcset"u8], [.. "href"u8], [.. "imagesrcset"u8], [.. "poster"u8], [.. "data"u8],
        [.. "srcdoc"u8], [.. "xlink:href"u8],
    ];

    private static readonly byte[] s_prefix = [.. "data-"u8];
    private static readonly byte[] s_inertType = [.. " type=\"text/plain\""u8];
    private static readonly byte[] s_styleHolder = [.. "script type=\"text/plain\" data-pc-style"u8];

    /// <summary>Whether a tag is marked, and if so, whether its categories are all allowed.</summary>
    /// <returns><see langword="null"/> if it isn't marked.</returns>
    public static bool? IsAllowed(in TagView tag, IHtmlGatePlan plan)
    {
        int mark = tag.IndexOf("data-consent"u8);
        return mark < 0 ? null : AllowsAll(tag.ValueOf(tag.Attributes[mark]), plan);
    }

    /// <summary>Brings a tag from its closed into its open form.</summary>
    /// <returns>Whether it was closed.</returns>
    public static bool Open(in TagView tag, TagEdits edits)
    {
        bool opened = false;
        foreach (byte[] name in s_urlAttributes)
        {
            if (FindTwin(tag, name) < 0)
            {
                continue;
            }

            opened = true;
            RemoveAll(tag, name, edits);
            RenameTwin(tag, name, edits);
        }

        if (tag.Type.Kind == TagKind.Script)
        {
            opened |= OpenScript(tag, edits);
        }

        return opened;
    }

    /// <summary>Brings a tag from its open, or half open, into its closed form.</summary>
    /// <returns>Whether it was open.</returns>
    public static bool Close(in TagView tag, TagEdits edits)
    {
        bool closed = false;
        foreach (byte[] name in s_urlAttributes)
        {
            closed |= CloseAttribute(tag, name, edits);
        }

        if (tag.Type.Kind == TagKind.Script)
        {
            closed |= CloseScript(tag, edits);
        }
        else if (tag.Type.Kind == TagKind.Style)
        {
            // A preload scanner reads @import in a style of any type.
            edits.Replace(1, tag.NameEnd - 1, s_styleHolder);
            RenameFirst(tag, "type"u8, hasTwin: tag.IndexOf("data-type"u8) >= 0, edits);
            closed = true;
        }

        return closed;
    }

    private static bool AllowsAll(ReadOnlySpan<byte> value, IHtmlGatePlan plan)
    {
        if (!CharacterReferences.TryDecode(value, stackalloc byte[256], out ReadOnlySpan<byte> ids))
        {
            return false;
        }

        bool any = false;
        while (true)
        {
            int start = ids.IndexOfAnyExcept(" \t\n\f\r"u8);
            if (start < 0)
            {
                return any;
            }

            ids = ids[start..];
            int end = ids.IndexOfAny(" \t\n\f\r"u8);
            if (!plan.Allows(end < 0 ? ids : ids[..end]))
            {
                return false;
            }

            any = true;
            ids = end < 0 ? [] : ids[end..];
        }
    }

    private static bool OpenScript(in TagView tag, TagEdits edits)
    {
        int type = tag.IndexOf("type"u8);
        int kept = tag.IndexOf("data-type"u8);
        if (type >= 0 && !IsInert(tag.ValueOf(tag.Attributes[type])))
        {
            return false;
        }

        RemoveAll(tag, "type"u8, edits);
        if (kept >= 0)
        {
            RenameTwin(tag, "type"u8, edits);
        }

        return type >= 0 || kept >= 0;
    }

    private static bool CloseScript(in TagView tag, TagEdits edits)
    {
        int type = tag.IndexOf("type"u8);
        if (type >= 0 && IsInert(tag.ValueOf(tag.Attributes[type])))
        {
            return false;
        }

        edits.Insert(tag.NameEnd, s_inertType);     // as the first one it wins whatever follows
        RenameFirst(tag, "type"u8, hasTwin: tag.IndexOf("data-type"u8) >= 0, edits);
        return true;
    }

    /// <summary>Closes one attribute.</summary>
    /// <returns>Whether it was open.</returns>
    public static bool CloseAttribute(in TagView tag, ReadOnlySpan<byte> name, TagEdits edits)
    {
        int first = tag.IndexOf(name);
        if (first < 0)
        {
            return false;
        }

        bool hasTwin = FindTwin(tag, name) >= 0;
        if (hasTwin && IsPlaceholder(tag, tag.Attributes[first], name))
        {
            return false;
        }

        RenameFirst(tag, name, hasTwin, edits);
        return true;
    }

    /// <summary>An image that only keeps the place loads nothing.</summary>
    private static bool IsPlaceholder(in TagView tag, in TagAttribute attribute, ReadOnlySpan<byte> name)
    {
        ReadOnlySpan<byte> scheme = "data:image/"u8;
        ReadOnlySpan<byte> value = tag.ValueOf(attribute);
        return tag.Type.Kind is TagKind.Img or TagKind.Input
            && name.SequenceEqual("src"u8)
            && value.Length > scheme.Length
            && Ascii.EqualsIgnoreCase(value[..scheme.Length], scheme);
    }

    private static bool IsInert(ReadOnlySpan<byte> type) =>
        CharacterReferences.TryDecode(type, stackalloc byte[64], out ReadOnlySpan<byte> decoded)
        && Ascii.EqualsIgnoreCase(decoded.Trim(" \t\n\f\r"u8), "text/plain"u8);

    private static void RenameFirst(in TagView tag, ReadOnlySpan<byte> name, bool hasTwin, TagEdits edits)
    {
        bool isFirst = true;
        foreach (ref readonly TagAttribute attribute in tag.Attributes)
        {
            if (!Ascii.EqualsIgnoreCase(tag.NameOf(attribute), name))
            {
                continue;
            }

            if (isFirst && !hasTwin)
            {
                edits.Insert(attribute.NameStart, s_prefix);
            }
            else
            {
                edits.Remove(tag, attribute);
            }

            isFirst = false;
        }
    }

    /// <summary>Takes an attribute out, however often it stands there.</summary>
    public static void RemoveAll(in TagView tag, ReadOnlySpan<byte> name, TagEdits edits) =>
        RenameFirst(tag, name, hasTwin: true, edits);

    private static void RenameTwin(in TagView tag, ReadOnlySpan<byte> name, TagEdits edits)
    {
        bool isFirst = true;
        foreach (ref readonly TagAttribute attribute in tag.Attributes)
        {
            if (!IsTwin(tag.NameOf(attribute), name))
            {
                continue;
            }

            if (isFirst)
            {
                edits.Replace(attribute.NameStart, s_prefix.Length, default);
            }
            else
            {
                edits.Remove(tag, attribute);
            }

            isFirst = false;
        }
    }

    private static int FindTwin(in TagView tag, ReadOnlySpan<byte> name)
    {
        for (int i = 0; i < tag.Attributes.Length; i++)
        {
            if (IsTwin(tag.NameOf(tag.Attributes[i]), name))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsTwin(ReadOnlySpan<byte> attribute, ReadOnlySpan<byte> name) =>
        attribute.Length == s_prefix.Length + name.Length
        && Ascii.EqualsIgnoreCase(attribute[..s_prefix.Length], s_prefix)
        && Ascii.EqualsIgnoreCase(attribute[s_prefix.Length..], name);
}
