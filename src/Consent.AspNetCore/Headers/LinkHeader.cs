namespace Consent.AspNetCore;

/// <summary>
/// <c>Link</c>: a link that loads or connects (preload, preconnect, stylesheet …) to a denied host goes; one that only
/// tells of something, such as <c>canonical</c>, stays.
/// </summary>
internal static class LinkHeader
{
    // What no browser follows by itself. Of every other relation, known or not, it is assumed that one does.
    private static readonly HashSet<string> s_silent = new(StringComparer.OrdinalIgnoreCase)
    {
        "about", "alternate", "author", "bookmark", "canonical", "collection", "describedby", "external", "first", "help", "hub",
        "index", "item", "last", "license", "nofollow", "noopener", "noreferrer", "pingback", "privacy-policy", "search", "self",
        "service-desc", "service-doc", "shortlink", "tag", "terms-of-service", "up", "webmention", "https://api.w.org/",
    };

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> s_silentSpans =
        s_silent.GetAlternateLookup<ReadOnlySpan<char>>();

    public static string? Filter(string line, HeaderHosts hosts) =>
        StructuredMembers.Filter(line, brackets: true, member => IsSilent(member) || Passes(member, hosts));

    private static bool Passes(ReadOnlySpan<char> member, HeaderHosts hosts)
    {
        // Where a quote is left open browsers differ in what they take for the link, so all that could be one counts.
        ReadOnlySpan<char> rest = member;
        for (int open = rest.IndexOf('<'); open >= 0; open = rest.IndexOf('<'))
        {
            rest = rest[(open + 1)..];
            int close = rest.IndexOf('>');
            if (!hosts.Passes(close < 0 ? rest : rest[..close]))
            {
                return false;
            }
        }

        foreach ((string name, string value) in Parameters(member))
        {
            if (name.Equals("imagesrcset", StringComparison.OrdinalIgnoreCase) && !PassesSet(value, hosts))
            {
                return false;
            }
        }

        return true;
    }

    private static bool PassesSet(string candidates, HeaderHosts hosts)
    {
        foreach (string url in candidates.Split([' ', '\t', '\n', '\f', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!hosts.Passes(url.AsSpan().Trim(',')))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsSilent(ReadOnlySpan<char> member)
    {
        bool isSilent = false;
        foreach ((string name, string value) in Parameters(member))
        {
            if (!name.Equals("rel", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            isSilent = true;
            foreach (Range range in value.AsSpan().SplitAny(" \t\n\f\r"))
            {
                ReadOnlySpan<char> relation = value.AsSpan(range);
                if (!relation.IsEmpty && !s_silentSpans.Contains(relation))
                {
                    return false;
                }
            }
        }

        return isSilent;
    }

    private static List<(string Name, string Value)> Parameters(ReadOnlySpan<char> member)
    {
        List<(string Name, string Value)> parameters = [];
        int close = member.IndexOf('>');
        string rest = close < 0 ? "" : member[(close + 1)..].ToString();

        // A semicolon in a quoted string ends nothing: the strings' own are hidden from the split.
        foreach (Range range in StructuredMembers.Split(Swap(rest)))
        {
            string parameter = rest[range];
            int equals = parameter.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
            {
                ReadOnlySpan<char> value = parameter.AsSpan(equals + 1).Trim();
                string text = value.StartsWith('"') ? StructuredMembers.StringOf(value) : value.Trim('\'').ToString();
                parameters.Add((parameter[..equals].Trim(), text));
            }
        }

        return parameters;
    }

    private static string Swap(string text) => string.Create(text.Length, text, static (span, text) =>
    {
        for (int i = 0; i < span.Length; i++)
        {
            span[i] = text[i] switch { ';' => ',', ',' => ';', char c => c };
        }
    });
}
