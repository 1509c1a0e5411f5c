using System.Text;
using CsCheck;

namespace Consent.Tests.Catalogue;

public sealed class ScriptIndexTests
{
    private static readonly Gen<string> s_text = Gen.String[Gen.Char["ab_(."], 1, 60];

    // Against the plain search: whoever has a signature in the script is found, nobody else. Of signatures that lie in each
    // other, or overlap by much, one may stand for both.
    [Fact]
    public void Find_OfAnyScript_FindsWhoHasASignatureInIt() =>
        Gen.Select(Gen.String[Gen.Char["ab_(."], 3, 9].List[1, 12], s_text).Sample((signatures, script) =>
        {
            string[] texts = [.. signatures.Distinct()];
            ScriptIndex index = new(texts.Select((t, i) => (t, i)));
            HashSet<int> found = [];
            int position = 0;
            while (index.Find(Encoding.ASCII.GetBytes(script), ref position) is >= 0 and int owner)
            {
                found.Add(owner);
            }

            HashSet<int> expected = [.. Enumerable.Range(0, texts.Length).Where(i => Holds(script, texts[i]))];
            return found.IsSubsetOf(expected) && expected.All(i => found.Contains(i) || found.Any(j => AreAlike(texts[i], texts[j])));
        });

    private static bool Holds(string script, string text)
    {
        for (int at = script.IndexOf(text, StringComparison.Ordinal); at >= 0; at = script.IndexOf(text, at + 1, StringComparison.Ordinal))
        {
            if (at == 0 || !IsOfName(text[0]) || !IsOfName(script[at - 1]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool AreAlike(string a, string b) =>
        a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal)
        || Enumerable.Range(0, Math.Max(0, a.Length - 5)).Any(i => b.Contains(a.Substring(i, 6), StringComparison.Ordinal));

    private static bool IsOfName(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '$';
}
