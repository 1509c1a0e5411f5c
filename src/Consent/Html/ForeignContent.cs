namespace Consent.Html;

/// <summary>
/// Follows the page into SVG and MathML and out again. There <c>&lt;style&gt;</c> holds markup and
/// <c>&lt;![CDATA[</c> holds text; in HTML it is the other way round, so a wrong guess would
/// take live markup for text.
/// </summary>
/// <remarks>
/// A stack is kept from the outermost <c>svg</c> or <c>math</c> on. Where markup is nested so oddly that
/// the elements around it would have to be known too, the answer is <see cref="MarkupContext.Doubtful"/>,
/// and the gate settles it by bytes that put the browser in HTML in either case.
/// </remarks>
internal sealed class ForeignContent
{
    private const int MaxDepth = 64;

    private enum Space : byte
    {
        Html,
        Svg,
        Math,
    }

    private enum Point : byte
    {
        None,
        Html,       // "HTML integration point"
        MathText,   // "MathML text integration point"
        SvgOnly,    // annotation-xml: an svg in it is taken as in HTML
    }

    private Level[] _levels = new Level[16];
    private int _count;
    private bool _doubt;    // either the stack is right, or all of it was left already
    private bool _stuck;    // the stack can't end the doubt any more
    private bool _deep;     // integration points are involved: nothing ends the doubt

    /// <summary>Whether anything but plain HTML may be open.</summary>
    public bool IsActive => _count > 0 || _doubt;

    /// <summary>Whether the current element may be SVG or MathML, so that <c>&lt;![CDATA[</c> is what it says.</summary>
    public MarkupContext Cdata =>
        _doubt ? MarkupContext.Doubtful
        : _count == 0 || Top.Space == Space.Html ? MarkupContext.Html
        : MarkupContext.Foreign;

    private ref Level Top => ref _levels[_count - 1];

    /// <summary>Back to plain HTML.</summary>
    public void Clear()
    {
        _count = 0;
        _doubt = _stuck = _deep = false;
    }

    /// <summary>By which rules a start tag is taken that comes now.</summary>
    public MarkupContext ContextOf(TagType type)
    {
        if (_doubt)
        {
            return type.LeavesForeign ? MarkupContext.Html : MarkupContext.Doubtful;
        }

        if (_count == 0 || Top.Space == Space.Html || type.LeavesForeign)
        {
            return MarkupContext.Html;
        }

        return Top.Point switch
        {
            Point.Html => MarkupContext.Html,
            Point.MathText when type.Kind != TagKind.MathGlyph => MarkupContext.Html,
            Point.SvgOnly when type.Kind == TagKind.Svg => MarkupContext.Html,
            _ => MarkupContext.Foreign,
        };
    }

    /// <summary>The browser was put in HTML by a tag that leaves foreign content.</summary>
    public void Leave()
    {
        if (!_deep)
        {
            Clear();
        }
    }

    /// <summary>Nobody can say any more how deep the markup is nested.</summary>
    public void Doubt(bool deep)
    {
        _doubt = true;
        _deep |= deep || HasPoint();
    }

    /// <summary>A start tag was read.</summary>
    /// <param name="tag">The tag.</param>
    /// <param name="leaves">Whether it leaves foreign content; for <c>font</c> its attributes decide.</param>
    /// <param name="isHtmlPoint">Whether it is an <c>annotation-xml</c> that holds HTML.</param>
    /// <param name="renamed">Whether its end tag must be renamed as well.</param>
    public void Open(in TagInfo tag, bool leaves, bool isHtmlPoint, bool renamed)
    {
        TagKind kind = tag.Type.Kind;
        if (_doubt)
        {
            OpenInDoubt(tag, leaves);
            return;
        }

        MarkupContext context = leaves ? MarkupContext.Html : ContextOf(tag.Type);
        if (leaves)
        {
            while (_count > 0 && Top.Space != Space.Html && Top.Point is Point.None or Point.SvgOnly)
            {
                _count--;
            }
        }

        if (context == MarkupContext.Foreign)
        {
            if (!tag.IsSelfClosing)
            {
                Space space = Top.Space;
                Push(tag, space, PointOf(kind, space, isHtmlPoint), renamed);
            }
        }
        else if (kind is TagKind.Svg or TagKind.Math)
        {
            if (!tag.IsSelfClosing)
            {
                Push(tag, kind == TagKind.Svg ? Space.Svg : Space.Math, Point.None, renamed: false);
            }
        }
        else if (_count > 0 && !tag.Type.IsVoid
            && kind is not (TagKind.Html or TagKind.Head or TagKind.Body or TagKind.Frameset))
        {
            Push(tag, Space.Html, Point.None, renamed: false);
        }
    }

    /// <summary>An end tag was read.</summary>
    /// <returns>Whether it ends an element that was renamed.</returns>
    public bool Close(in TagInfo tag)
    {
        if (_deep || !IsActive)
        {
            return false;
        }

        bool fits = tag.Name.Length <= ForeignName.MaxLength;
        ForeignName name = fits ? new ForeignName(tag.Name) : default;
        if (_count > 0 && Top.Space == Space.Html)
        {
            if (fits && Top.Name == name)
            {
                _count--;
            }
            else
            {
                Doubt(deep: true);
            }

            return false;
        }

        if (tag.Type.Kind is TagKind.P or TagKind.Br)
        {
            if (_doubt)
            {
                Leave();
                return false;
            }

            while (_count > 0 && Top.Space != Space.Html && Top.Point is Point.None or Point.SvgOnly)
            {
                _count--;
            }

            return false;
        }

        int level = _count - 1;
        bool leavesPoint = false;
        while (level >= 0 && _levels[level].Space != Space.Html)
        {
            if (fits && _levels[level].Name == name)
            {
                if (leavesPoint)
                {
                    Doubt(deep: true);      // not all parsers let it close what is around an integration point
                    return _levels[level].Renamed;
                }

                bool renamed = _levels[level].Renamed;
                _count = level;
                if (_count == 0 && !_stuck)
                {
                    Clear();
                }

                return renamed;
            }

            leavesPoint |= _levels[level].Point is Point.Html or Point.MathText;
            level--;
        }

        // It may close an element outside, and all that is open here with it.
        Doubt(deep: level >= 0);
        return false;
    }

    private void OpenInDoubt(in TagInfo tag, bool leaves)
    {
        TagKind kind = tag.Type.Kind;
        if (_deep)
        {
            return;
        }

        if (leaves)
        {
            Clear();
        }
        else if (kind is TagKind.ForeignObject or TagKind.Desc or TagKind.MathText or TagKind.AnnotationXml or TagKind.Title)
        {
            _deep = true;
        }
        else if (kind is TagKind.Svg or TagKind.Math)
        {
            _stuck = true;
        }
        else if (!_stuck && !tag.IsSelfClosing && _count > 0)
        {
            Push(tag, Top.Space, Point.None, renamed: false);
        }
    }

    private static Point PointOf(TagKind kind, Space space, bool isHtmlPoint) => (space, kind) switch
    {
        (Space.Svg, TagKind.ForeignObject or TagKind.Desc or TagKind.Title) => Point.Html,
        (Space.Math, TagKind.MathText) => Point.MathText,
        (Space.Math, TagKind.AnnotationXml) => isHtmlPoint ? Point.Html : Point.SvgOnly,
        _ => Point.None,
    };

    private void Push(in TagInfo tag, Space space, Point point, bool renamed)
    {
        if (_count == MaxDepth || tag.Name.Length > ForeignName.MaxLength)
        {
            Doubt(deep: true);
            return;
        }

        if (_count == _levels.Length)
        {
            Array.Resize(ref _levels, _levels.Length * 2);
        }

        _levels[_count++] = new Level(new ForeignName(tag.Name), space, point, renamed);
    }

    private bool HasPoint()
    {
        for (int i = 0; i < _count; i++)
        {
            if (_levels[i].Point is not (Point.None or Point.SvgOnly))
            {
                return true;
            }
        }

        return false;
    }

    private readonly record struct Level(ForeignName Name, Space Space, Point Point, bool Renamed);
}
