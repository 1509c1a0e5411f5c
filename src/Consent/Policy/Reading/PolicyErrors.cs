using System.Globalization;
using System.Text;

namespace Consent;

/// <summary>Collects what is wrong in a file and turns places into lines and columns.</summary>
internal sealed class PolicyErrors(string file, byte[] utf8)
{
    private readonly List<(int Offset, string Path, string Message, string? Suggestion)> _errors = [];

    public bool Any => _errors.Count > 0;

    /// <summary>Adds an error about a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="message">What is wrong and what would be right.</param>
    /// <param name="suggestion">The nearest known name; it is added to the message as a question.</param>
    public void Add(SourceValue value, string message, string? suggestion = null) =>
        AddAt(value.Offset, value.Path, message, suggestion);

    /// <summary>Adds an error about a place that is no value: a member's name, or where the JSON breaks.</summary>
    public void AddAt(int offset, string path, string message, string? suggestion = null) =>
        _errors.Add((offset, OnOneLine(path), OnOneLine(suggestion is null ? message : $"{message}; did you mean \"{suggestion}\"?"), suggestion));

    /// <summary>The line and column of an offset, both from 1; the column in characters.</summary>
    public (int Line, int Column) Place(int offset)
    {
        ReadOnlySpan<byte> before = utf8.AsSpan(0, Math.Min(offset, utf8.Length));
        int line = before.Count((byte)'\n');
        return (line + 1, Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1);
    }

    public ConsentPolicyException ToException() => new([.. _errors.OrderBy(static e => e.Offset).Select(ToError)]);

    // An error is a line of a log; what the file says may not make it two.
    private static string OnOneLine(string text)
    {
        if (!text.Any(char.IsControl))
        {
            return text;
        }

        StringBuilder line = new(text.Length + 8);
        foreach (char c in text)
        {
            _ = char.IsControl(c) ? line.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}") : line.Append(c);
        }

        return line.ToString();
    }

    private ConsentPolicyError ToError((int Offset, string Path, string Message, string? Suggestion) error)
    {
        (int line, int column) = Place(error.Offset);
        return new(file, line, column, error.Path, error.Message, error.Suggestion);
    }
}
