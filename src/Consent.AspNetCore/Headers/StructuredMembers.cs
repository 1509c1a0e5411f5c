namespace Consent.AspNetCore;

/// <summary>Takes apart what separates its members by commas, of which some stand in quoted strings or in angle brackets.</summary>
internal static class StructuredMembers
{
    /// <summary>Where the members are. A quote or bracket that doesn't end reaches to the end of the text.</summary>
    /// <param name="text">One field line.</param>
    /// <param name="brackets">Whether angle brackets enclose too, as in <c>Link</c> (RFC 8288 §3).</param>
    public static List<Range> Split(ReadOnlySpan<char> text, bool brackets = false)
    {
        List<Range> members = [];
        int start = 0;
        int at = 0;
        while (at < text.Length)
        {
            char c = text[at];
            if (c == ',')
            {
                members.Add(start..at);
                start = at + 1;
            }
            else if (c == '"')
            {
                at = EndOfString(text, at);
            }
            else if (c == '<' && brackets)
            {
                int end = text[at..].IndexOf('>');
                at = end < 0 ? text.Length : at + end;
            }

            at++;
        }

        members.Add(start..text.Length);
        return members;
    }

    /// <summary>Keeps the members that a test lets pass, as they stand.</summary>
    /// <returns>The same text if all passed, <see langword="null"/> if none did.</returns>
    public static string? Filter(string text, bool brackets, Func<ReadOnlySpan<char>, bool> passes)
    {
        List<Range> members = Split(text, brackets);
        List<Range> kept = members.FindAll(range => text.AsSpan(range).IsWhiteSpace() || passes(text.AsSpan(range)));
        return kept.Count == members.Count ? text : Join(text, kept);
    }

    /// <summary>The text of the string that a member is or holds: <c>"/a"</c>, <c>name="/a"</c>; empty if it holds none.</summary>
    public static string StringOf(ReadOnlySpan<char> member)
    {
        int start = member.IndexOf('"');
        if (start < 0)
        {
            return "";
        }

        int end = Math.Min(EndOfString(member, start), member.Length);
        ReadOnlySpan<char> raw = member[(start + 1)..end];
        return raw.Contains('\\') ? Unescape(raw) : raw.ToString();
    }

    private static string? Join(string text, List<Range> members)
    {
        List<string> texts = [.. members.Select(range => text[range]).Where(static t => !string.IsNullOrWhiteSpace(t))];
        return texts.Count == 0 ? null : string.Join(',', texts).Trim(' ', '\t');
    }

    private static int EndOfString(ReadOnlySpan<char> text, int quote)
    {
        for (int at = quote + 1; at < text.Length; at++)
        {
            if (text[at] == '\\')
            {
                at++;
            }
            else if (text[at] == '"')
            {
                return at;
            }
        }

        return text.Length;
    }

    private static string Unescape(ReadOnlySpan<char> raw)
    {
        System.Text.StringBuilder text = new(raw.Length);
        for (int at = 0; at < raw.Length; at++)
        {
            at += raw[at] == '\\' && at + 1 < raw.Length ? 1 : 0;
            text.Append(raw[at]);
        }

        return text.ToString();
    }
}
