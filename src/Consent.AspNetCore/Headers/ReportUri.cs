namespace Consent.AspNetCore;

/// <summary>
/// The <c>report-uri</c> of the site's own Content-Security-Policy: addresses at a denied host go, and the directive with
/// its last one. The rest of the policy isn't ours to change.
/// </summary>
internal static class ReportUri
{
    private const string Directive = "report-uri";
    private static readonly char[] s_spaces = [' ', '\t', '\n', '\f', '\r'];

    public static string? Filter(string line, HeaderHosts hosts)
    {
        if (!line.Contains(Directive, StringComparison.OrdinalIgnoreCase))
        {
            return line;
        }

        // One line may hold several policies, and a policy's directives end at a semicolon (CSP3 §2.2).
        bool changed = false;
        string[] policies = line.Split(',');
        for (int p = 0; p < policies.Length; p++)
        {
            List<string> directives = [.. policies[p].Split(';')];
            for (int d = directives.Count - 1; d >= 0; d--)
            {
                string? filtered = FilterDirective(directives[d], hosts);
                if (filtered is null)
                {
                    directives.RemoveAt(d);
                }
                else if (!ReferenceEquals(filtered, directives[d]))
                {
                    directives[d] = filtered;
                }
                else
                {
                    continue;
                }

                changed = true;
            }

            policies[p] = string.Join(';', directives);
        }

        string rest = changed ? string.Join(',', policies) : line;
        return string.IsNullOrWhiteSpace(rest) ? null : rest;
    }

    private static string? FilterDirective(string directive, HeaderHosts hosts)
    {
        string[] words = directive.Split(s_spaces, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2 || !words[0].Equals(Directive, StringComparison.OrdinalIgnoreCase))
        {
            return directive;
        }

        string[] kept = Array.FindAll(words, word => ReferenceEquals(word, words[0]) || hosts.Passes(word));
        return kept.Length == words.Length ? directive : kept.Length == 1 ? null : " " + string.Join(' ', kept);
    }
}
