namespace Consent.Html;

/// <content>Script data, RAWTEXT, RCDATA and PLAINTEXT.</content>
internal sealed partial class HtmlGate
{
    private TagType _rawType;
    private byte[] _rawName = [];
    private Escape _escape;
    private bool _holdsStyle;
    private bool _renamesEnd;

    /// <summary>The script data states: a script in a comment in a script isn't the end of it.</summary>
    private enum Escape : byte
    {
        None,
        Escaped,
        DoubleEscaped,
    }

    private enum Match : byte
    {
        No,
        Unknown,
        Yes,
    }

    private void BeginRawText(TagType type, bool holdsStyle)
    {
        _state = State.RawText;
        _rawType = type;
        _rawName = RawTextNames.Of(type.Kind);
        _escape = Escape.None;
        _holdsStyle = holdsStyle;
        _tail = 0;
    }

    private bool ReadRawText(ref GateCursor cursor)
    {
        ReadOnlySpan<byte> source = cursor.Source;
        int start = cursor.At;
        int at = start;
        while (true)
        {
            int length = _escape == Escape.None
                ? source[at..].IndexOf((byte)'<')
                : source[at..].IndexOfAny((byte)'<', (byte)'>');
            if (length < 0)
            {
                return Pause(ref cursor, start, source.Length);
            }

            at += length;
            if (source[at] == '>')
            {
                if ((TailAt(source, start, at) & 0xFFFF) == ('-' << 8 | '-'))
                {
                    _escape = Escape.None;
                }

                at++;
                continue;
            }

            Match end = _rawType.Kind == TagKind.Plaintext ? Match.No : MatchEndTag(source[at..], _rawName);
            Match noscript = _inNoscript ? MatchEndTag(source[at..], "noscript"u8) : Match.No;
            Match other = end == Match.No ? MatchEscape(source[at..]) : Match.No;
            if (end == Match.Unknown || noscript == Match.Unknown || other == Match.Unknown)
            {
                Pause(ref cursor, start, at);
                return false;
            }

            if (end == Match.Yes && _escape == Escape.DoubleEscaped)
            {
                _escape = Escape.Escaped;
            }
            else if (end == Match.Yes)
            {
                _renamesEnd = _holdsStyle;
                return EndRawText(ref cursor, at);
            }
            else if (noscript == Match.Yes)
            {
                CloseRawText(ref cursor, at);
                return EndRawText(ref cursor, at);
            }
            else if (other == Match.Yes)
            {
                at += _escape == Escape.None ? 3 : 0;   // the dashes of "<!--" count for "-->"
                _escape = _escape == Escape.None ? Escape.Escaped : Escape.DoubleEscaped;
            }
            else if (_holdsStyle && source[at + 1] is (byte)'/' or (byte)'!' or (byte)'s' or (byte)'S')
            {
                cursor.Insert(at + 1, "\\"u8);  // to CSS the same, to a script's end tag not
            }

            at++;
        }
    }

    private bool EndRawText(ref GateCursor cursor, int at)
    {
        cursor.At = at;
        _holdsStyle = false;
        _state = State.Data;
        return true;
    }

    /// <summary>With script on, noscript ends here; ends the text too, so that it does with script off.</summary>
    private void CloseRawText(ref GateCursor cursor, int at)
    {
        if (_rawType.Kind == TagKind.Plaintext)
        {
            return;
        }

        for (int i = _escape == Escape.DoubleEscaped ? 0 : 1; i < 2; i++)
        {
            cursor.Insert(at, "</"u8);
            cursor.Insert(at, _holdsStyle ? "script"u8 : _rawName);
            cursor.Insert(at, ">"u8);
        }

        _foreign.Close(new TagInfo(_rawType, _rawName, isSelfClosing: false));
    }

    /// <summary>Whether a script goes one escape deeper here.</summary>
    private Match MatchEscape(ReadOnlySpan<byte> bytes)
    {
        if (_rawType.Kind != TagKind.Script)
        {
            return _holdsStyle && bytes.Length < 2 ? Match.Unknown : Match.No;
        }

        ReadOnlySpan<byte> open = "<!--"u8;
        return _escape switch
        {
            Escape.None => bytes.StartsWith(open) ? Match.Yes : open.StartsWith(bytes) ? Match.Unknown : Match.No,
            Escape.Escaped => MatchName(bytes[1..], "script"u8),
            _ => Match.No,
        };
    }

    private static Match MatchEndTag(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> name) =>
        bytes.Length < 2 ? Match.Unknown
        : bytes[1] == '/' ? MatchName(bytes[2..], name)
        : Match.No;

    private static Match MatchName(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> name) =>
        !Begins(bytes, name) ? Match.No
        : bytes.Length <= name.Length ? Match.Unknown
        : HtmlBytes.EndsTagName(bytes[name.Length]) ? Match.Yes
        : Match.No;
}
