using System.Text;

namespace Consent.Html;

/// <content>Text between tags, and what begins with <c>&lt;</c>.</content>
internal sealed partial class HtmlGate
{
    private bool _tracks;
    private bool _watches;

    /// <summary>Whether tags that aren't watched have to be looked at too.</summary>
    private void Track()
    {
        _watches = _outline.IsWatching;
        _tracks = _watches || _foreign.IsActive || _inNoscript;
    }

    private bool ReadStart(ref GateCursor cursor)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];   // not text to the parser, unlike one further on
        ReadOnlySpan<byte> source = cursor.Source[cursor.At..];
        if (source.Length < mark.Length && mark.StartsWith(source))
        {
            return false;
        }

        cursor.At += source.StartsWith(mark) ? mark.Length : 0;
        _state = State.Data;
        return true;
    }

    private bool ReadData(ref GateCursor cursor, int until)
    {
        ReadOnlySpan<byte> source = cursor.Source;
        while (cursor.At < until)
        {
            int at = HtmlBytes.IndexOf(source, cursor.At, (byte)'<');
            if (_watches && at != cursor.At)
            {
                ReadText(ref cursor, at);
            }

            cursor.At = at;
            if (at + 1 >= source.Length)
            {
                return at == source.Length;
            }

            byte next = source[at + 1];
            bool goesOn = HtmlBytes.IsLetter(next) ? ReadTag(ref cursor, at + 1)
                : next == '/' && at + 2 < source.Length && HtmlBytes.IsLetter(source[at + 2]) ? ReadTag(ref cursor, at + 2)
                : next is (byte)'/' or (byte)'!' or (byte)'?' ? ReadDeclaration(ref cursor, next)
                : ReadLessThan(ref cursor);
            if (!goesOn || _state != State.Data)
            {
                return goesOn;
            }
        }

        return true;
    }

    private void ReadText(ref GateCursor cursor, int end)
    {
        int text = cursor.Source[cursor.At..end].IndexOfAnyExcept(" \t\n\f\r"u8);
        if (text >= 0 && !_inNoscript)
        {
            Place(ref cursor, cursor.At + text, _outline.BeforeText());
            Track();
        }
    }

    private bool ReadLessThan(ref GateCursor cursor)
    {
        if (_watches)
        {
            ReadText(ref cursor, cursor.At + 1);
        }

        cursor.At++;
        return true;
    }

    /// <summary>What begins with <c>&lt;/</c>, <c>&lt;!</c> or <c>&lt;?</c>.</summary>
    private bool ReadDeclaration(ref GateCursor cursor, byte kind)
    {
        ReadOnlySpan<byte> rest = cursor.Source[cursor.At..];
        if (kind == '/')
        {
            if (rest.Length < 3)
            {
                return false;
            }

            if (rest[2] == '>')
            {
                cursor.At += 3;     // "</>" is nothing at all
                return true;
            }
        }

        if (kind == '!')
        {
            if (Begins(rest, "<!--"u8))
            {
                return rest.Length >= 4 && BeginComment(ref cursor, State.Comment, 4);
            }

            if (Begins(rest, "<!doctype"u8))
            {
                if (rest.Length < 9)
                {
                    return false;
                }

                _outline.Doctype();
                Track();
                return BeginComment(ref cursor, State.BogusComment, 9);   // ends at the first ">" in every state
            }

            if ("<![CDATA["u8.StartsWith(rest) || rest.StartsWith("<![CDATA["u8))
            {
                return rest.Length >= 9 && BeginCdata(ref cursor);
            }
        }

        return BeginComment(ref cursor, State.BogusComment, 2);
    }

    private bool BeginCdata(ref GateCursor cursor)
    {
        switch (_foreign.Cdata)
        {
            case MarkupContext.Html:
                return BeginComment(ref cursor, State.BogusComment, 2);
            case MarkupContext.Foreign:
                return BeginComment(ref cursor, State.Cdata, 9);
            default:
                // A comment is the same in both: nothing in it can come alive.
                cursor.Replace(cursor.At, 9, "<!--"u8);
                return BeginComment(ref cursor, State.CdataAsComment, 9);
        }
    }

    /// <summary>Whether <paramref name="bytes"/> begin with a name, or are the beginning of it.</summary>
    private static bool Begins(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> name)
    {
        int length = Math.Min(bytes.Length, name.Length);
        return Ascii.EqualsIgnoreCase(bytes[..length], name[..length]);
    }
}
