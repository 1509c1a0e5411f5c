using System.Text;

namespace Consent.Html;

/// <content>What goes before a tag, what changes in it, and what follows from it.</content>
internal sealed partial class HtmlGate
{
    private static readonly byte[] s_script = [.. "script"u8];
    private static readonly byte[] s_inertFrameset = [.. "pc-frameset"u8];
    private static readonly byte[] s_emptyValue = [.. "\"\""u8];

    /// <summary>Decides on a start tag of which the name is known.</summary>
    /// <returns>Whether the tag is held back until it is complete.</returns>
    private bool BeginStartTag(ref GateCursor cursor)
    {
        TagKind kind = _tagType.Kind;
        bool isForeign = _foreign.IsActive;
        MarkupContext context = isForeign ? _foreign.ContextOf(_tagType) : MarkupContext.Html;
        if (context == MarkupContext.Doubtful && (_tagType.IsRawText || kind == TagKind.Noscript))
        {
            // An invisible element that is allowed everywhere and ends SVG and MathML.
            cursor.Insert(cursor.At, "<meta>"u8);
            _foreign.Leave();
            context = MarkupContext.Html;
        }

        _tagIsHtml = context != MarkupContext.Foreign;
        _tagIsForeign = context != MarkupContext.Html;
        if (_tagIsHtml && _inSelect && _tagType.IsRawText && kind is not (TagKind.Script or TagKind.Textarea))
        {
            // Older parsers ignore such a tag in select, newer ones don't. Outside of it they agree.
            cursor.Insert(cursor.At, "</select>"u8);
            _inSelect = false;
        }

        if (_tagIsHtml && !isForeign && !_inNoscript)
        {
            Place(ref cursor, cursor.At, _outline.BeforeStartTag(_tagType));
        }

        if (kind == TagKind.Frameset && _tagIsHtml && !_outline.IsFrameset && !_outline.IgnoresFrameset)
        {
            _tagRename = s_inertFrameset;   // may replace the body, or be ignored; what follows is read otherwise then
        }

        return _tagType.Loads || kind == TagKind.Html || _inNoscript || _outline.AwaitsMarker
            || (isForeign && kind is TagKind.Font or TagKind.AnnotationXml);
    }

    /// <summary>Decides on an end tag of which the name is known.</summary>
    /// <returns>Whether the tag is held back until it is complete.</returns>
    private bool BeginEndTag(ref GateCursor cursor)
    {
        TagKind kind = _tagType.Kind;
        bool isForeign = _foreign.IsActive;
        bool renames = _foreign.Close(new TagInfo(_tagType, _tagName.AsSpan(0, _tagNameLength), isSelfClosing: false));
        if (renames || _renamesEnd)
        {
            _tagRename = s_script;
            _renamesEnd = false;
        }

        if (kind == TagKind.Noscript && _inNoscript)
        {
            _inNoscript = false;
            if (!_noscriptInForeign && _foreign.IsActive)
            {
                _foreign.Doubt(deep: false);    // with script on, nothing was opened in there
            }
        }
        else if (kind == TagKind.Select)
        {
            _inSelect = false;
        }
        else if (!isForeign && !_inNoscript)
        {
            Place(ref cursor, cursor.At, _outline.BeforeEndTag(kind));
        }

        return _inNoscript;
    }

    private void EditStartTag(in TagView tag, bool isWhole, ReadOnlySpan<byte> text)
    {
        if (!isWhole)
        {
            EditOversizedTag(tag);
            return;
        }

        if (tag.Type.Loads || _judges)
        {
            Gate(tag, text);
        }

        if (TakesHtmlAttributes(tag.Type.Kind))
        {
            int end = tag.Bytes.Length - 1;
            if (_scanner.EndsInEquals)
            {
                _edits.Insert(end, s_emptyValue);
            }

            InsertHtmlAttributes(end);
        }
    }

    private void EditOversizedTag(in TagView tag)
    {
        if (tag.Type.Loads)
        {
            OversizedTag.Close(tag, _scanner.Unfinished, _edits);
            _tagIsRenamed = tag.Type.Kind == TagKind.Style;
            Closed++;
        }

        if (_judges)
        {
            OversizedTag.CloseAsides(tag, _scanner.Unfinished, _edits);
            _unmarked.Judge(tag, isMarked: false, _tagIsForeign, _edits);
            _judge.Denials.Clear();
        }

        if (TakesHtmlAttributes(tag.Type.Kind))
        {
            InsertHtmlAttributes(tag.NameEnd);
        }
    }

    private bool TakesHtmlAttributes(TagKind kind) =>
        kind == TagKind.Html && !_hasHtmlAttributes && !_inNoscript && !_outline.IsInTemplate && !_foreign.IsActive;

    private void InsertHtmlAttributes(int at)
    {
        _hasHtmlAttributes = true;
        _edits.Insert(at, _plan.HtmlAttributes);
    }

    private void Apply(ref GateCursor cursor, ReadOnlySpan<byte> tag, bool isComplete)
    {
        int start = cursor.At;
        int done = 1;
        foreach (ref readonly TagEdits.Edit edit in _edits.All)
        {
            if (edit.At + edit.Length < done)
            {
                continue;   // within something that was taken out
            }

            if (_inNoscript)
            {
                EscapeLess(ref cursor, start + done, start + edit.At, isComplete);
            }

            cursor.Replace(start + edit.At, edit.Length, edit.Bytes.Span);
            done = edit.At + edit.Length;
        }

        if (_inNoscript)
        {
            EscapeLess(ref cursor, start + done, start + tag.Length, isComplete);
        }
    }

    /// <summary>
    /// With script on, noscript ends at the first end tag that looks like its own, be it in a value.
    /// Escaped it means the same with script off, and nothing with script on.
    /// </summary>
    private static void EscapeLess(ref GateCursor cursor, int from, int to, bool onlyEndTags)
    {
        while (from < to)
        {
            int length = cursor.Source[from..to].IndexOf((byte)'<');
            if (length < 0)
            {
                return;
            }

            from += length;
            if (!onlyEndTags || MatchEndTag(cursor.Source[from..], "noscript"u8) == Match.Yes)
            {
                cursor.Replace(from, 1, "&lt;"u8);
            }

            from++;
        }
    }

    /// <summary>Draws the consequences of a tag that was read to its end.</summary>
    /// <param name="cursor">Stands behind the tag.</param>
    /// <param name="tag">The tag, if it was held back.</param>
    private void FinishTag(ref GateCursor cursor, in TagView tag)
    {
        _state = State.Data;
        if (!_tagIsEnd)
        {
            FinishStartTag(ref cursor, tag);
        }

        Track();
    }

    private void FinishStartTag(ref GateCursor cursor, in TagView tag)
    {
        TagKind kind = _tagType.Kind;
        bool isForeign = _foreign.IsActive;
        if (isForeign || kind is TagKind.Svg or TagKind.Math && !_outline.IsFrameset)
        {
            OpenForeign(tag);
        }

        if (!_tagIsHtml)
        {
            return;
        }

        if (_outline.AwaitsMarker && !isForeign && !_inNoscript && IsMarker(tag))
        {
            Place(ref cursor, cursor.At, _outline.AtMarker());
        }

        if (_outline.IsFrameset)
        {
            if (kind == TagKind.Noframes)
            {
                BeginRawText(_tagType, holdsStyle: false);
            }
        }
        else if (_tagType.IsRawText)
        {
            BeginRawText(_tagType, _tagIsRenamed);
        }
        else if (kind == TagKind.Noscript && !_inNoscript)
        {
            _inNoscript = true;
            _noscriptInForeign = isForeign;
        }
        else if (kind == TagKind.Select)
        {
            _inSelect = true;
        }
        else if (!isForeign && !_inNoscript)
        {
            Place(ref cursor, cursor.At, _outline.AfterStartTag(kind));
        }
    }

    private void OpenForeign(in TagView tag)
    {
        TagKind kind = _tagType.Kind;
        bool leaves = _tagType.LeavesForeign;
        bool isHtmlPoint = false;
        if (kind is TagKind.Font or TagKind.AnnotationXml)
        {
            if (tag.Bytes.IsEmpty)
            {
                _foreign.Doubt(deep: true);     // too long to know its attributes
            }

            leaves = tag.IndexOf("color"u8) >= 0 || tag.IndexOf("face"u8) >= 0 || tag.IndexOf("size"u8) >= 0;
            leaves &= kind == TagKind.Font;
            int encoding = tag.IndexOf("encoding"u8);
            isHtmlPoint = encoding >= 0 && IsHtmlEncoding(tag.ValueOf(tag.Attributes[encoding]));
        }

        bool wasActive = _foreign.IsActive;
        var info = new TagInfo(_tagType, _tagName.AsSpan(0, _tagNameLength), _scanner.IsSelfClosing);
        _foreign.Open(info, leaves, isHtmlPoint, _tagIsRenamed);
        if (!wasActive && _inSelect && _foreign.IsActive)
        {
            _foreign.Doubt(deep: false);    // older parsers ignore svg in select
        }
    }

    private static bool IsMarker(in TagView tag)
    {
        int index = tag.IndexOf("data-pc"u8);
        return index >= 0 && tag.ValueOf(tag.Attributes[index]).SequenceEqual("banner-here"u8);
    }

    private static bool IsHtmlEncoding(ReadOnlySpan<byte> value) =>
        CharacterReferences.TryDecode(value, stackalloc byte[64], out ReadOnlySpan<byte> encoding)
        && (Ascii.EqualsIgnoreCase(encoding, "text/html"u8)
            || Ascii.EqualsIgnoreCase(encoding, "application/xhtml+xml"u8));
}
