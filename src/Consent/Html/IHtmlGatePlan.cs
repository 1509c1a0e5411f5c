namespace Consent.Html;

/// <summary>
/// What the HTML gate does to one response: which categories are open, and what is placed in the page.
/// </summary>
/// <remarks>
/// A plan must answer the same for as long as the response lasts. It may be shared by responses
/// with the same decision; the gate only reads it.
/// </remarks>
internal interface IHtmlGatePlan
{
    /// <summary>Attributes for the <c>html</c> start tag, with a leading space; empty for none.</summary>
    ReadOnlyMemory<byte> HtmlAttributes { get; }

    /// <summary>Markup placed first in <c>head</c>.</summary>
    ReadOnlyMemory<byte> HeadStart { get; }

    /// <summary>Markup placed first in <c>body</c>: the banner or the status line; empty for none.</summary>
    ReadOnlyMemory<byte> BodyStart { get; }

    /// <summary>
    /// Whether the page says with <c>data-pc="banner-here"</c> where <see cref="BodyStart"/> belongs.
    /// If no such element comes, it is placed at the end of the body.
    /// </summary>
    bool PagePlacesBanner { get; }

    /// <summary>
    /// Whether anything can be denied that isn't marked. If not, <see cref="DenyHost"/> and <see cref="DenyScript"/> aren't
    /// asked, and tags without a mark aren't looked into.
    /// </summary>
    bool Judges { get; }

    /// <summary>Whether what is denied leaves nevertheless, and is only told to <see cref="Held"/>.</summary>
    bool OnlyReports { get; }

    /// <summary>Whether the decision allows a category.</summary>
    /// <param name="categoryId">One id as the page wrote it; the gate splits lists itself.</param>
    /// <returns><see langword="false"/> for an id that the policy doesn't know.</returns>
    bool Allows(ReadOnlySpan<byte> categoryId);

    /// <summary>Whether the page may lead to a host.</summary>
    /// <param name="host">The host in its ASCII form, in any case; empty if it can't be told which it is.</param>
    /// <returns>Why not, or <see langword="null"/> if it may.</returns>
    Denial? DenyHost(ReadOnlySpan<byte> host);

    /// <summary>Whether the page may run an inline script.</summary>
    /// <param name="script">Its text, or as much of it as the gate keeps.</param>
    /// <returns>Why not, or <see langword="null"/> if it may.</returns>
    Denial? DenyScript(ReadOnlySpan<byte> script);

    /// <summary>A tag without a mark was held back, or would have been.</summary>
    /// <param name="denial">Why; a tag that leads to several categories is told once for each.</param>
    /// <param name="host">The host that it leads to; empty for an inline script.</param>
    void Held(in Denial denial, ReadOnlySpan<byte> host);

    /// <summary>A marked tag was held back, or would have been.</summary>
    /// <param name="mark">The categories, as the page wrote them.</param>
    void HeldMark(ReadOnlySpan<byte> mark);
}
