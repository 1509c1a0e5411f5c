using System.Text;

namespace Consent.AspNetCore;

/// <summary>Walks the pairs of one line of the <c>Cookie</c> header, without allocation.</summary>
internal ref struct CookiePairs(ReadOnlySpan<char> line)
{
    private ReadOnlySpan<char> _rest = line;
    private bool _ended;

    /// <summary>The pair, as it stands between semicolons.</summary>
    public ReadOnlySpan<char> Current { get; private set; }

    /// <summary>The pair's name; empty if it has none.</summary>
    public readonly ReadOnlySpan<char> Name
    {
        get
        {
            int equals = Current.IndexOf('=');
            return equals < 0 ? default : Current[..equals].Trim(" \t");
        }
    }

    public bool MoveNext()
    {
        if (_ended)
        {
            return false;
        }

        int semicolon = _rest.IndexOf(';');
        Current = semicolon < 0 ? _rest : _rest[..semicolon];
        _ended = semicolon < 0;
        _rest = _ended ? default : _rest[(semicolon + 1)..];
        return true;
    }

    /// <summary>Puts one more pair at the end of a line.</summary>
    public static void Append(StringBuilder line, ReadOnlySpan<char> pair)
    {
        ReadOnlySpan<char> trimmed = pair.Trim(" \t");
        if (!trimmed.IsEmpty)
        {
            line.Append(line.Length == 0 ? "" : "; ").Append(trimmed);
        }
    }
}
