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

    /// <summary>Whether the decision allows a category.</summary>
    /// <param name="categoryId">One id as the page wrote it; the gate splits lists itself.</param>
    /// <returns><see langword="false"/> for an id that the policy doesn't know.</returns>
    bool Allows(ReadOnlySpan<byte> categoryId);
}
