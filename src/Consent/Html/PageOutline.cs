namespace Consent.Html;

/// <summary>
/// Follows a page through <c>html</c>, <c>head</c> and <c>body</c>, each of which may be missing, and says
/// what belongs before or behind a tag.
/// </summary>
/// <remarks>
/// A response without doctype, <c>html</c>, <c>head</c> and <c>body</c> tag is a fragment: nothing is placed in
/// it. If one of these comes late, what is missing is placed from there on.
/// </remarks>
internal struct PageOutline
{
    private bool _pagePlacesBody;
    private bool _isDocument;
    private bool _headBegun;
    private bool _headClosed;
    private bool _hasNoscript;
    private bool _bodyBegun;
    private bool _hasBodyTag;
    private PagePlaces _missing;
    private int _templates;

    /// <summary>Whether all tags and text have to be shown to this outline.</summary>
    public readonly bool IsWatching => !_bodyBegun || (_isDocument && _missing != PagePlaces.None);

    /// <summary>Whether the page's own place for the banner is still awaited.</summary>
    public readonly bool AwaitsMarker => _pagePlacesBody && (_missing & PagePlaces.Body) != 0 && _templates == 0;

    /// <summary>Whether a <c>frameset</c> start tag took the place of the body.</summary>
    public bool IsFrameset { readonly get; private set; }

    /// <summary>Whether a <c>frameset</c> start tag that comes now is ignored for sure.</summary>
    public readonly bool IgnoresFrameset => _hasBodyTag;

    /// <summary>Whether a <c>template</c> is open: nothing in it is part of the page.</summary>
    public readonly bool IsInTemplate => _templates > 0;

    /// <summary>Starts with a new page.</summary>
    public void Reset(bool pagePlacesBody)
    {
        this = default;
        _missing = PagePlaces.Head | PagePlaces.Body;
        _pagePlacesBody = pagePlacesBody;
    }

    /// <summary>A doctype was read.</summary>
    public void Doctype() => _isDocument = true;

    /// <summary>What goes before a start tag.</summary>
    public PagePlaces BeforeStartTag(TagType type)
    {
        if (type.Kind == TagKind.Template)
        {
            PagePlaces places = _templates == 0 ? Take(PagePlaces.Head) : PagePlaces.None;
            _templates++;
            return places;
        }

        if (_templates > 0)
        {
            return PagePlaces.None;
        }

        switch (type.Kind)
        {
            case TagKind.Html:
                _isDocument = true;
                return PagePlaces.None;
            case TagKind.Head:
                bool isSecond = _headBegun;
                _isDocument = true;
                _headBegun = true;
                return isSecond ? Take(PagePlaces.Head) : PagePlaces.None;

            // Browsers look for the charset in the first 1,024 bytes only (HTML §4.2.5.4), so the metas that a head begins
            // with stay where they are. They load nothing.
            case TagKind.Meta when !_headClosed && !_bodyBegun:
                return PagePlaces.None;
            case TagKind.Body:
                _isDocument = true;
                _hasBodyTag = true;
                _bodyBegun = true;
                return Take(PagePlaces.Head);
            case TagKind.Frameset when !_bodyBegun && !_hasNoscript:
                _isDocument = true;
                _bodyBegun = true;
                IsFrameset = true;
                PagePlaces head = Take(PagePlaces.Head);
                _missing = PagePlaces.None;
                return head;
            case TagKind.Noscript when !_headClosed:
                _hasNoscript = true;    // with script off, what is in it may have begun the body, and a frameset is ignored
                return Take(PagePlaces.Head);
            default:
                return type.IsInHead && type.Kind != TagKind.Noscript ? Take(PagePlaces.Head) : BeginBody();
        }
    }

    /// <summary>What goes behind a start tag.</summary>
    public PagePlaces AfterStartTag(TagKind kind) =>
        _templates > 0 ? PagePlaces.None
        : kind == TagKind.Body && !_pagePlacesBody ? Take(PagePlaces.Body)
        : PagePlaces.None;

    /// <summary>What goes before an end tag.</summary>
    public PagePlaces BeforeEndTag(TagKind kind)
    {
        switch (kind)
        {
            case TagKind.Template:
                _templates = Math.Max(0, _templates - 1);
                return PagePlaces.None;
            case TagKind.Head when _templates == 0:
                _headClosed = true;
                return Take(PagePlaces.Head);
            case TagKind.Body or TagKind.Html when _templates == 0:
                return BeginBody() | Take(PagePlaces.Body);
            case TagKind.Br when _templates == 0:
                return BeginBody();
            default:
                return PagePlaces.None;
        }
    }

    /// <summary>What goes before text that isn't white space.</summary>
    public PagePlaces BeforeText() => _templates > 0 ? PagePlaces.None : BeginBody();

    /// <summary>What goes behind the start tag that the page marked as the banner's place.</summary>
    public PagePlaces AtMarker() => Take(PagePlaces.Body);

    /// <summary>What goes to the end of the page.</summary>
    public PagePlaces AtEnd() => _templates > 0 ? PagePlaces.None : Take(PagePlaces.Head | PagePlaces.Body);

    private PagePlaces BeginBody()
    {
        _bodyBegun = true;
        return Take(_pagePlacesBody ? PagePlaces.Head : PagePlaces.Head | PagePlaces.Body);
    }

    private PagePlaces Take(PagePlaces places)
    {
        if (!_isDocument)
        {
            return PagePlaces.None;
        }

        places &= _missing;
        _missing &= ~places;
        return places;
    }
}
