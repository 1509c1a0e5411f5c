namespace Consent.Html;

/// <content>Tags: what goes before them, what changes in them, what follows from them.</content>
internal sealed partial class HtmlGate
{
    private const int LongestName = 32;

    private readonly byte[] _tagName = new byte[ForeignName.MaxLength + 1];
    private int _tagNameLength;
    private TagType _tagType;
    private bool _tagIsEnd;
    private bool _tagIsTracked;
    private bool _tagIsHtml;
    private bool _tagIsRenamed;
    private bool _tagIsForeign;
    private bool _judges;
    private byte[]? _tagRename;
    private bool _escapesLess;
    private bool _hasHtmlAttributes;
    private bool _inNoscript;
    private bool _noscriptInForeign;
    private bool _inSelect;

    /// <summary>Reads a tag, from its <c>&lt;</c> on.</summary>
    private bool ReadTag(ref GateCursor cursor, int nameAt)
    {
        ReadOnlySpan<byte> source = cursor.Source;
        int nameEnd = HtmlBytes.TagNameEnd(source, nameAt);
        bool goesOn = nameEnd == source.Length;
        if (goesOn && nameEnd - nameAt < LongestName)
        {
            return false;
        }

        int start = cursor.At;
        int length = nameEnd - nameAt;
        bool judges = _judges && source[nameAt - 1] != '/';
        bool keeps = false;
        int end = 0;
        _tagIsTracked = _tracks || (!goesOn && TagTable.MayBeWatched(source[nameAt], length));
        if (!_tagIsTracked && !goesOn)
        {
            end = TagSkipper.EndOf(source, nameEnd, judges);
            if (end > 0)
            {
                cursor.At = end;
                return true;
            }
        }

        if (_tagIsTracked || judges)
        {
            _tagIsTracked = true;
            _tagIsEnd = source[nameAt - 1] == '/';
            _tagType = TagTable.Find(source[nameAt..nameEnd]);
            _tagNameLength = Math.Min(length, _tagName.Length);
            source.Slice(nameAt, _tagNameLength).CopyTo(_tagName);
            _tagRename = null;
            _tagIsRenamed = false;
            keeps = _tagIsEnd ? BeginEndTag(ref cursor) : BeginStartTag(ref cursor);
            if (!keeps)
            {
                end = end != 0 || goesOn ? -1 : TagSkipper.EndOf(source, nameEnd, judges, _tagIsForeign);
                keeps = judges && (end < 0 || (_tagIsForeign && MayReferTo(source[nameEnd..end])));
            }
        }

        _scanner.Start(nameEnd - start, goesOn, keeps);
        if (keeps)
        {
            return ReadHeldTag(ref cursor);
        }

        if (_tagIsTracked && _tagRename is not null)
        {
            cursor.Replace(nameAt, length, _tagRename);
        }

        if (_tagIsTracked && end > 0)
        {
            _scanner.Skip(source[end - 2] == '/');
            cursor.At = end;
            FinishTag(ref cursor, default);
            return true;
        }

        return ReadTagEnd(ref cursor);
    }

    /// <summary>Reads on in a tag that leaves as it comes.</summary>
    private bool ReadPassedTag(ref GateCursor cursor)
    {
        int start = cursor.At;
        _state = State.Data;
        ReadTagEnd(ref cursor);
        if (_escapesLess)
        {
            EscapeLess(ref cursor, start, cursor.At, onlyEndTags: false);
            _escapesLess = _state == State.TagPassed;
        }

        return true;
    }

    private bool ReadTagEnd(ref GateCursor cursor)
    {
        if (!_scanner.Scan(cursor.Source[cursor.At..]))
        {
            _scanner.Forget();
            _state = State.TagPassed;
            cursor.At = cursor.Source.Length;
            return true;
        }

        cursor.At += _scanner.Position;
        if (_tagIsTracked)
        {
            FinishTag(ref cursor, default);
        }

        return true;
    }

    /// <summary>Reads on in a tag that is held back until it is complete, because something in it may change.</summary>
    private bool ReadHeldTag(ref GateCursor cursor)
    {
        ReadOnlySpan<byte> bytes = cursor.Source[cursor.At..];
        bytes = bytes[..Math.Min(bytes.Length, MaxHeldBytes)];
        bool isComplete = _scanner.Scan(bytes);
        if (!isComplete && bytes.Length < MaxHeldBytes)
        {
            _state = State.TagHeld;
            return false;
        }

        if (isComplete && AwaitsText(bytes[.._scanner.Position]))
        {
            _textEnd = _scanner.Position;
            return ReadHeldElement(ref cursor);
        }

        EditHeldTag(ref cursor, bytes, isComplete, default);
        return true;
    }

    private void EditHeldTag(ref GateCursor cursor, ReadOnlySpan<byte> bytes, bool isComplete, ReadOnlySpan<byte> text)
    {
        _state = State.TagHeld;
        int nameStart = _tagIsEnd ? 2 : 1;
        TagView tag = HeldTag(bytes[..(isComplete ? _scanner.Position : bytes.Length)]);
        _edits.Clear();
        if (_tagRename is not null)
        {
            _edits.Replace(nameStart, tag.NameEnd - nameStart, _tagRename);
        }

        if (!_tagIsEnd)
        {
            EditStartTag(tag, isComplete && !_scanner.Overflowed, text);
        }

        Apply(ref cursor, tag.Bytes, isComplete);
        cursor.At += tag.Bytes.Length;
        if (isComplete)
        {
            FinishTag(ref cursor, tag);
        }
        else
        {
            _escapesLess = _inNoscript;
            _scanner.Forget();
            _state = State.TagPassed;
        }
    }

    private TagView HeldTag(ReadOnlySpan<byte> bytes) =>
        new(bytes, _tagType, HtmlBytes.TagNameEnd(bytes, _tagIsEnd ? 2 : 1), _scanner.Attributes);

    /// <summary>Whether a tag in SVG may refer to something outside; most only draw.</summary>
    private static bool MayReferTo(ReadOnlySpan<byte> attributes) => attributes.IndexOfAny((byte)'(', (byte)'\\', (byte)'&') >= 0;
}
