namespace Consent.Html;

/// <content>What is held back, and why: by its mark, by where it leads, by what it says.</content>
internal sealed partial class HtmlGate
{
    private int _textEnd;
    private bool _isOver;

    /// <summary>Whether a decision on a tag needs the text behind it: that of an inline script, or a style sheet.</summary>
    private bool AwaitsText(ReadOnlySpan<byte> bytes)
    {
        if (!_judges || _tagIsEnd || _scanner.Overflowed || (_tagIsForeign && _scanner.IsSelfClosing))
        {
            return false;
        }

        TagView tag = HeldTag(bytes);
        return tag.Type.Kind switch
        {
            TagKind.Style => MarkedTags.IsAllowed(tag, _plan) != false,
            // Whoever marked a script knows what is in it.
            TagKind.Script => tag.IndexOf("data-consent"u8) < 0 && ScriptKinds.Of(tag) != ScriptKind.Data
                && tag.IndexOf("src"u8) < 0 && (!_tagIsForeign || (tag.IndexOf("href"u8) < 0 && tag.IndexOf("xlink:href"u8) < 0)),
            _ => false,
        };
    }

    /// <summary>Reads on in a script or a style sheet that is held back from its start tag on.</summary>
    private bool ReadHeldElement(ref GateCursor cursor)
    {
        ReadOnlySpan<byte> bytes = cursor.Source[cursor.At..];
        bytes = bytes[..Math.Min(bytes.Length, MaxHeldBytes)];
        _state = State.ElementHeld;
        bool isWhole = InlineText.FindEnd(bytes, _tagType.Kind, _tagIsForeign, _inNoscript, _scanner.Position, ref _textEnd);
        if (!isWhole && bytes.Length < MaxHeldBytes && !_isOver)
        {
            return false;
        }

        int start = cursor.At;
        ReadOnlySpan<byte> text = bytes[_scanner.Position..(isWhole ? _textEnd : bytes.Length)];
        EditHeldTag(ref cursor, bytes, isComplete: true, text);
        if (isWhole && _state == State.RawText && !_holdsStyle && !_inNoscript && text.IndexOf("<!--"u8) < 0)
        {
            cursor.At = start + _textEnd;   // nothing in it changes
        }

        return true;
    }

    private void Gate(in TagView tag, ReadOnlySpan<byte> text)
    {
        int mark = tag.Type.Loads ? tag.IndexOf("data-consent"u8) : -1;
        bool isMarked = mark >= 0;
        bool allows = !isMarked || MarkedTags.IsAllowed(tag, _plan) == true;
        bool reports = _plan.OnlyReports;
        if (!allows)
        {
            _plan.HeldMark(tag.ValueOf(tag.Attributes[mark]));
        }

        bool closes = false;
        if (_judges)
        {
            closes = _unmarked.Judge(tag, isMarked, _tagIsForeign, reports ? null : _edits);
            closes |= !text.IsEmpty && DeniesText(tag, text);
            allows &= !closes;
        }

        if (!_judge.Denials.IsEmpty)
        {
            foreach (ref readonly Denial denial in _judge.Denials.All)
            {
                _plan.Held(denial, _judge.Denials.Host);
            }
        }

        if (allows || reports)
        {
            Opened += isMarked && MarkedTags.Open(tag, _edits) ? 1 : 0;
            bool hasAsides = !reports && !_judge.Denials.IsEmpty;
            Closed += hasAsides ? 1 : 0;
            if (hasAsides && !isMarked)
            {
                _unmarked.Mark(tag, _edits);
            }
        }
        else if (closes && !isMarked && tag.Type.Kind == TagKind.Link && LinkRelations.OnlyHint(tag))
        {
            MarkedTags.RemoveAll(tag, "href"u8, _edits);
            MarkedTags.RemoveAll(tag, "imagesrcset"u8, _edits);
            Closed++;
        }
        else
        {
            Closed += MarkedTags.Close(tag, _edits) ? 1 : 0;
            _tagIsRenamed = tag.Type.Kind == TagKind.Style;
            if (!_judge.Denials.IsEmpty)
            {
                _unmarked.Mark(tag, _edits);
            }
        }

        _judge.Denials.Clear();
    }

    private bool DeniesText(in TagView tag, ReadOnlySpan<byte> text)
    {
        bool isStyle = tag.Type.Kind == TagKind.Style;
        ScriptKind kind = isStyle ? ScriptKind.Data : ScriptKinds.Of(tag);
        bool isDenied = DeniesText(kind, isStyle, text);
        if (_tagIsForeign)
        {
            // There it is markup: what remains of it once comments and tags are gone is the text.
            isDenied |= DeniesText(kind, isStyle, InlineText.WithoutMarkup(_judge.Decode(text)));
        }

        return isDenied;
    }

    private bool DeniesText(ScriptKind kind, bool isStyle, ReadOnlySpan<byte> text) =>
        isStyle ? _judge.DeniesCss(text)
        : kind == ScriptKind.Json ? _judge.DeniesJson(text)
        : _judge.DeniesScript(text) | (kind == ScriptKind.Module && _judge.DeniesImports(text));
}
