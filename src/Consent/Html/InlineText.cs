namespace Consent.Html;

/// <summary>The text of a script or a style sheet that is held back as a whole.</summary>
internal static class InlineText
{
    /// <summary>Finds the end of the text.</summary>
    /// <param name="bytes">The element from its start tag on.</param>
    /// <param name="kind">Script or style.</param>
    /// <param name="isForeign">Whether the text is markup, as in SVG.</param>
    /// <param name="inNoscript">Whether the end of a noscript ends it too.</param>
    /// <param name="start">Where the text starts.</param>
    /// <param name="at">How far it was read; at the end tag, once that is found.</param>
    /// <returns>Whether the end was found.</returns>
    public static bool FindEnd(ReadOnlySpan<byte> bytes, TagKind kind, bool isForeign, bool inNoscript, int start, ref int at)
    {
        ReadOnlySpan<byte> name = kind == TagKind.Style ? "style"u8 : "script"u8;
        while (true)
        {
            int found = isForeign ? bytes[at..].IndexOf((byte)'<') : bytes[at..].IndexOf("</"u8);
            if (found < 0)
            {
                at = Math.Max(at, bytes.Length - 1);
                return false;
            }

            at += found;
            ReadOnlySpan<byte> rest = bytes[at..];
            if (rest.Length < 12)
            {
                return false;
            }

            if (rest[1] == '/' && (EndsElement(rest, name) || (inNoscript && EndsElement(rest, "noscript"u8))))
            {
                // A script in a comment in a script: where that ends, only what is held back in full can tell.
                if (isForeign || kind == TagKind.Style || !IsNested(bytes[start..at]))
                {
                    return true;
                }
            }
            else if (isForeign && rest[1] == '!')
            {
                int length = SectionLength(rest);
                if (length < 0)
                {
                    return false;
                }

                at += length;
                continue;
            }

            at++;
        }
    }

    /// <summary>Takes comments and tags out, and the brackets of CDATA sections.</summary>
    public static ReadOnlySpan<byte> WithoutMarkup(ReadOnlySpan<byte> text)
    {
        if (!text.Contains((byte)'<'))
        {
            return text;
        }

        byte[] plain = new byte[text.Length];
        int length = 0;
        while (!text.IsEmpty)
        {
            int found = text.IndexOf((byte)'<');
            ReadOnlySpan<byte> before = found < 0 ? text : text[..found];
            before.CopyTo(plain.AsSpan(length));
            length += before.Length;
            text = text[before.Length..];
            if (text.StartsWith("<![CDATA["u8))
            {
                int end = text.IndexOf("]]>"u8);
                ReadOnlySpan<byte> content = end < 0 ? text[9..] : text[9..end];
                content.CopyTo(plain.AsSpan(length));
                length += content.Length;
                text = end < 0 ? [] : text[(end + 3)..];
            }
            else if (!text.IsEmpty)
            {
                int end = text.StartsWith("<!--"u8) ? text.IndexOf("-->"u8) + 2 : text.IndexOf((byte)'>');
                text = end <= 0 || (end == 1 && text[1] != '>') ? text[1..] : text[(end + 1)..];
            }
        }

        return plain.AsSpan(0, length);
    }

    private static bool EndsElement(ReadOnlySpan<byte> rest, ReadOnlySpan<byte> name) =>
        rest.Length > name.Length + 2
        && System.Text.Ascii.EqualsIgnoreCase(rest.Slice(2, name.Length), name)
        && HtmlBytes.EndsTagName(rest[name.Length + 2]);

    private static bool IsNested(ReadOnlySpan<byte> script)
    {
        int comment = script.LastIndexOf("<!--"u8);
        if (comment < 0 || script[comment..].IndexOf("-->"u8) >= 0)
        {
            return false;
        }

        // Each end tag that was met closes one script; a second one closes the element.
        script = script[comment..];
        bool isNested = false;
        for (int i = script.IndexOf((byte)'<'); i >= 0 && i < script.Length; i++)
        {
            if (script[i] != '<')
            {
                continue;
            }

            ReadOnlySpan<byte> rest = script[i..];
            isNested |= rest.Length > 7 && System.Text.Ascii.EqualsIgnoreCase(rest[1..7], "script"u8) && HtmlBytes.EndsTagName(rest[7]);
            isNested &= !EndsElement(rest, "script"u8);
        }

        return isNested;
    }

    private static int SectionLength(ReadOnlySpan<byte> rest)
    {
        if (rest.StartsWith("<![CDATA["u8))
        {
            int end = rest.IndexOf("]]>"u8);
            return end < 0 ? -1 : end + 3;
        }

        if (rest.StartsWith("<!--"u8))
        {
            int end = rest[2..].IndexOf("-->"u8);
            return end < 0 ? -1 : end + 5;
        }

        return 2;
    }
}
