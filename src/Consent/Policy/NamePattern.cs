namespace Consent;

/// <summary>
/// The name of a cookie or storage key, or a pattern of such names: at most one <c>*</c> stands for any run of
/// characters, also none. Case counts, as it does for browsers (RFC 6265bis §5.6).
/// </summary>
public readonly record struct NamePattern
{
    private readonly int _star;

    /// <summary>Makes a pattern of its text.</summary>
    /// <param name="text">A name, or a name with one <c>*</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="text"/> is empty or holds a second <c>*</c>.</exception>
    public NamePattern(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        _star = text.IndexOf('*', StringComparison.Ordinal);
        if (_star >= 0 && text.AsSpan(_star + 1).Contains('*'))
        {
            throw new ArgumentException($"\"{text}\" holds more than one *; a name pattern has one at most.", nameof(text));
        }

        Text = text;
    }

    /// <summary>The pattern as written.</summary>
    public string Text { get; }

    /// <summary>Whether the pattern is one name, without a <c>*</c>.</summary>
    public bool IsExact => _star < 0;

    /// <summary>How many characters are fixed: of two patterns that match a name, the one with more is the closer.</summary>
    internal int Fixed => _star < 0 ? int.MaxValue : Text.Length - 1;

    internal ReadOnlySpan<char> Prefix => _star < 0 ? Text : Text.AsSpan(0, _star);

    internal ReadOnlySpan<char> Suffix => _star < 0 ? default : Text.AsSpan(_star + 1);

    /// <summary>Whether <paramref name="name"/> fits the pattern.</summary>
    /// <param name="name">A name as the browser has it.</param>
    public bool Matches(ReadOnlySpan<char> name) => _star < 0
        ? name.SequenceEqual(Text)
        : name.Length >= Text.Length - 1 && name.StartsWith(Prefix) && name.EndsWith(Suffix);

    /// <summary>Whether every name that fits <paramref name="other"/> fits this pattern too.</summary>
    /// <param name="other">The pattern that may be swallowed.</param>
    public bool Covers(NamePattern other) => other.IsExact
        ? Matches(other.Text)
        : !IsExact && other.Prefix.StartsWith(Prefix) && other.Suffix.EndsWith(Suffix);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
