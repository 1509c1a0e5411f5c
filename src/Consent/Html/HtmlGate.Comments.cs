namespace Consent.Html;

/// <content>Comments, bogus comments and CDATA sections.</content>
internal sealed partial class HtmlGate
{
    private uint _tail;         // the last bytes read, the newest in the lowest byte
    private int _contentCount;  // bytes of content read, as far as 3

    private bool BeginComment(ref GateCursor cursor, State state, int length)
    {
        _state = state;
        _tail = state == State.Comment ? (uint)('-' << 8 | '-') : 0;   // "<!-->" ends by its own dashes
        _contentCount = 0;
        cursor.At += length;
        return true;
    }

    private bool ReadComment(ref GateCursor cursor)
    {
        ReadOnlySpan<byte> source = cursor.Source;
        int start = cursor.At;
        int at = start;
        while (true)
        {
            int length = _inNoscript ? source[at..].IndexOfAny((byte)'>', (byte)'<') : source[at..].IndexOf((byte)'>');
            if (length < 0)
            {
                return Pause(ref cursor, start, source.Length);
            }

            at += length;
            if (source[at] == '<')
            {
                Match match = MatchEndTag(source[at..], "noscript"u8);
                if (match == Match.Unknown)
                {
                    Pause(ref cursor, start, at);
                    return false;
                }

                if (match == Match.Yes)
                {
                    // With script on, noscript ends here; end the comment too, so that it does with script off.
                    cursor.Insert(at, _state switch
                    {
                        State.BogusComment => ">"u8,
                        State.Cdata => "]]>"u8,
                        _ => "-->"u8,
                    });
                    cursor.At = at;
                    _state = State.Data;
                    return true;
                }
            }
            else if (EndsAt(source, start, at))
            {
                if (_state == State.CdataAsComment)
                {
                    cursor.Replace(at, 1, "-->"u8);
                }

                cursor.At = at + 1;
                _state = State.Data;
                return true;
            }
            else if (_state == State.CdataAsComment)
            {
                cursor.Replace(at, 1, "&gt;"u8);
            }

            at++;
        }
    }

    private bool EndsAt(ReadOnlySpan<byte> source, int start, int at)
    {
        if (_state == State.BogusComment)
        {
            return true;
        }

        uint last = TailAt(source, start, at);
        return _state == State.Comment
            ? (last & 0xFFFF) == ('-' << 8 | '-')
                || ((last & 0xFF_FFFF) == ('-' << 16 | '-' << 8 | '!') && _contentCount + (at - start) >= 3)
            : (last & 0xFFFF) == (']' << 8 | ']');
    }

    private uint TailAt(ReadOnlySpan<byte> source, int start, int at)
    {
        uint tail = _tail;
        for (int i = Math.Max(start, at - 4); i < at; i++)
        {
            tail = tail << 8 | source[i];
        }

        return tail;
    }

    /// <summary>Remembers what was read up to an offset, where the bytes run out.</summary>
    private bool Pause(ref GateCursor cursor, int start, int at)
    {
        _tail = TailAt(cursor.Source, start, at);
        _contentCount = Math.Min(3, _contentCount + (at - start));
        cursor.At = at;
        return true;
    }
}
