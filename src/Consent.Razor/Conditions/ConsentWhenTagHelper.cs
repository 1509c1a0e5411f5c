using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Consent.Razor;

/// <summary>
/// Renders its content where a category is allowed, else what its <c>&lt;consent-else&gt;</c> holds:
/// <c>&lt;consent-when category="analytics"&gt;…&lt;consent-else&gt;…&lt;/consent-else&gt;&lt;/consent-when&gt;</c>.
/// </summary>
/// <remarks>
/// It decides while the page renders, so the page is this visitor's alone: the response is marked private, varies by what
/// was decided by, and stays out of the output cache. Where a <c>consent</c> attribute on a tag serves, it is the better
/// choice: such a page may be cached, and opens without a reload. The content also runs, and is thrown away, where the
/// category is denied.
/// </remarks>
[HtmlTargetElement("consent-when", Attributes = AttributeName)]
public sealed class ConsentWhenTagHelper : TagHelper
{
    private const string AttributeName = "category";

    /// <summary>The id of the category that must be allowed; several ids, separated by spaces, must all be.</summary>
    [HtmlAttributeName(AttributeName)]
    public string Category { get; set; } = "";

    /// <summary>The view.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The policy has no such category; the message names those it has.</exception>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);
        HttpContext http = ViewContext.HttpContext;
        Requirement requirement = Requirement.Parse(Category, http.GetConsentPolicy(), context.TagName, AttributeName);
        PrivateResponse.Mark(http);

        WhenBranch branch = new(requirement.IsMetBy(http.GetConsent()));
        context.Items[typeof(WhenBranch)] = branch;
        TagHelperContent content = await output.GetChildContentAsync();
        output.TagName = null;
        if (branch.IsMet)
        {
            output.Content.SetHtmlContent(content);
        }
        else
        {
            output.Content.SetHtmlContent(branch.Otherwise);
        }
    }
}
