using System.Runtime.CompilerServices;

namespace Consent.Html;

/// <summary>
/// Finds the end of a tag and the attributes on the way, by the tag states of the HTML tokenizer.
/// It can stop at any byte and go on when more has come.
/// </summary>
internal struct TagScanner
{
    /// <summary>More attributes than this aren't kept; <see cref="Overflowed"/> says so.</summary>
    public const int MaxAttributes = 1024;

    private enum State : byte
    {
        TagName,
        BeforeName,
        Name,
        AfterName,
        BeforeValue,
        DoubleQuoted,
        SingleQuoted,
        Unquoted,
    }

    private TagAttribute[] _attributes;
    private State _state;
    private bool _keeps;
    private int _nameStart;
    private int _nameEnd;
    private int _valueStart;

    public TagScanner() => _attributes = new TagAttribute[32];

    /// <summary>How far the tag was read; behind the <c>&gt;</c> once it is complete.</summary>
    public int Position { readonly get; private set; }

    /// <summary>Whether a <c>/</c> stands before the <c>&gt;</c> and is not part of a value.</summary>
    public bool IsSelfClosing { readonly get; private set; }

    /// <summary>Whether the tag ends in <c>name=</c>, without a value.</summary>
    public bool EndsInEquals { readonly get; private set; }

    /// <summary>Whether there were more attributes than are kept.</summary>
    public bool Overflowed { readonly get; private set; }

    /// <summary>How many attributes were kept.</summary>
    public int Count { readonly get; private set; }

    /// <summary>The attributes read so far, duplicates included, in order.</summary>
    public readonly ReadOnlySpan<TagAttribute> Attributes => _attributes.AsSpan(0, Count);

    /// <summary>The memory that the attributes take, in bytes.</summary>
    public readonly int RetainedBytes => _attributes.Length * Unsafe.SizeOf<TagAttribute>();

    /// <summary>
    /// The attribute that was being read when the bytes ran out, if its value has begun.
    /// </summary>
    public readonly TagAttribute? Unfinished => _state is State.DoubleQuoted or State.SingleQuoted or State.Unquoted
        ? new TagAttribute(_nameStart, _nameEnd, _valueStart, Position, Position)
        : null;

    /// <summary>Starts with a new tag.</summary>
    /// <param name="position">Where its name ends, or how far it was read if the name goes on.</param>
    /// <param name="inName">Whether the name goes on.</param>
    /// <param name="keepsAttributes">Whether the attributes are kept.</param>
    public void Start(int position, bool inName, bool keepsAttributes)
    {
        Position = position;
        Count = 0;
        Overflowed = false;
        IsSelfClosing = false;
        EndsInEquals = false;
        _keeps = keepsAttributes;
        _state = inName ? State.TagName : State.BeforeName;
    }

    /// <summary>Says that what was read so far is gone: the next bytes start at offset 0, attributes aren't kept.</summary>
    public void Forget()
    {
        Position = 0;
        Count = 0;
        _keeps = false;
    }

    /// <summary>Says how a tag ended that was read without this scanner.</summary>
    public void Skip(bool isSelfClosing) => IsSelfClosing = isSelfClosing;

    /// <summary>Reads on from <see cref="Position"/>.</summary>
    /// <param name="tag">The tag from its <c>&lt;</c> on, as far as it has come.</param>
    /// <returns>Whether the tag is complete.</returns>
    public bool Scan(ReadOnlySpan<byte> tag)
    {
        int at = Position;
        State state = _state;
        while (at < tag.Length)
        {
            switch (state)
            {
                case State.TagName:
                    at = HtmlBytes.TagNameEnd(tag, at);
                    if (at < tag.Length)
                    {
                        state = State.BeforeName;
                    }

                    break;

                // Also "self-closing start tag" and "after attribute value (quoted)": they differ
                // from this state only in what they report as an error.
                case State.BeforeName:
                    byte c = tag[at];
                    if (c == '>')
                    {
                        return Finish(at);
                    }

                    if (c == '/' || HtmlBytes.IsSpace(c))
                    {
                        IsSelfClosing = c == '/';
                        at++;
                        break;
                    }

                    IsSelfClosing = false;
                    _nameStart = at;      // a leading "=" is part of the name
                    state = State.Name;
                    at++;
                    goto case State.Name;

                case State.Name:
                    at = HtmlBytes.AttributeNameEnd(tag, at);
                    if (at == tag.Length)
                    {
                        break;
                    }

                    _nameEnd = at;
                    if (tag[at] != '=')
                    {
                        state = State.AfterName;
                        break;
                    }

                    state = State.BeforeValue;
                    at++;
                    if (at < tag.Length)
                    {
                        goto case State.BeforeValue;
                    }

                    break;

                case State.AfterName:
                    if (tag[at] == '=')
                    {
                        state = State.BeforeValue;
                        at++;
                    }
                    else if (HtmlBytes.IsSpace(tag[at]))
                    {
                        at++;
                    }
                    else
                    {
                        Keep(_nameEnd, _nameEnd, _nameEnd);
                        state = State.BeforeName;
                    }

                    break;

                case State.BeforeValue:
                    if (tag[at] is (byte)'"' or (byte)'\'')
                    {
                        state = tag[at] == '"' ? State.DoubleQuoted : State.SingleQuoted;
                        _valueStart = ++at;
                        goto case State.DoubleQuoted;
                    }

                    if (HtmlBytes.IsSpace(tag[at]))
                    {
                        at++;
                    }
                    else if (tag[at] == '>')
                    {
                        Keep(at, at, at);
                        EndsInEquals = true;
                        return Finish(at);
                    }
                    else
                    {
                        _valueStart = at;
                        state = State.Unquoted;
                    }

                    break;

                case State.DoubleQuoted:
                case State.SingleQuoted:
                    at = HtmlBytes.IndexOf(tag, at, state == State.DoubleQuoted ? (byte)'"' : (byte)'\'');
                    if (at == tag.Length)
                    {
                        break;
                    }

                    Keep(_valueStart, at, at + 1);
                    at++;
                    state = State.BeforeName;
                    break;

                case State.Unquoted:
                    at = HtmlBytes.UnquotedEnd(tag, at);
                    if (at < tag.Length)
                    {
                        Keep(_valueStart, at, at);
                        state = State.BeforeName;
                    }

                    break;
            }
        }

        Position = at;
        _state = state;
        return false;
    }

    private bool Finish(int at)
    {
        Position = at + 1;
        return true;
    }

    private void Keep(int valueStart, int valueEnd, int end)
    {
        if (!_keeps)
        {
            return;
        }

        if (Count == MaxAttributes)
        {
            Overflowed = true;
            return;
        }

        if (Count == _attributes.Length)
        {
            Array.Resize(ref _attributes, _attributes.Length * 2);
        }

        _attributes[Count++] = new TagAttribute(_nameStart, _nameEnd, valueStart, valueEnd, end);
    }
}
