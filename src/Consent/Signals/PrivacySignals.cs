namespace Consent;

/// <summary>What the browser signals on its user's behalf.</summary>
/// <param name="Gpc">Whether Global Privacy Control is on.</param>
/// <param name="Dnt">Do Not Track: <see langword="true"/> for 1, <see langword="false"/> for 0, <see langword="null"/> if not sent.</param>
public readonly record struct PrivacySignals(bool Gpc, bool? Dnt)
{
    /// <summary>
    /// Whether one field line of <c>Sec-GPC</c> turns the signal on: it is exactly <c>1</c>, or one of its
    /// comma-separated members is, since a proxy may have folded two lines into one. Every other value is as if
    /// absent: the header has no way to say "no" (Global Privacy Control, §Sec-GPC Header Field).
    /// </summary>
    /// <param name="line">A field line's value.</param>
    public static bool IsGpcOn(ReadOnlySpan<char> line)
    {
        if (line.Length == 1)
        {
            return line[0] == '1';
        }

        foreach (Range member in line.Split(','))
        {
            if (line[member].Trim(" \t") is "1")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// What one field line of <c>DNT</c> says. Only its first character counts; extensions may follow
    /// (Tracking Preference Expression §5.2).
    /// </summary>
    /// <param name="line">A field line's value.</param>
    /// <returns><see langword="true"/> for 1, <see langword="false"/> for 0, <see langword="null"/> for all else.</returns>
    public static bool? ReadDnt(ReadOnlySpan<char> line) => line.TrimStart(" \t") switch
    {
        ['1', ..] => true,
        ['0', ..] => false,
        _ => null,
    };

    /// <summary>The signals of two field lines or sources: on if either is on.</summary>
    /// <param name="other">The other signals.</param>
    public PrivacySignals Or(PrivacySignals other) =>
        new(Gpc || other.Gpc, Dnt is true || other.Dnt is true ? true : Dnt ?? other.Dnt);
}
