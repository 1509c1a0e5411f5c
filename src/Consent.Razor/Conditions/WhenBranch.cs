using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Consent.Razor;

/// <summary>What a <c>&lt;consent-when&gt;</c> and its <c>&lt;consent-else&gt;</c> tell each other.</summary>
/// <param name="isMet">Whether the category is allowed.</param>
internal sealed class WhenBranch(bool isMet)
{
    /// <summary>Whether the category is allowed.</summary>
    public bool IsMet { get; } = isMet;

    /// <summary>What <c>&lt;consent-else&gt;</c> holds, filled while the content runs.</summary>
    public TagHelperContent Otherwise { get; } = new DefaultTagHelperContent();
}
