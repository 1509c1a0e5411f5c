using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Consent.Razor;

/// <summary>What a <c>&lt;consent-when&gt;</c> renders where its category is denied.</summary>
[HtmlTargetElement("consent-else", ParentTag = "consent-when")]
public sealed class ConsentElseTagHelper : TagHelper
{
    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);
        if (context.Items.TryGetValue(typeof(WhenBranch), out object? item) && item is WhenBranch { IsMet: false } branch)
        {
            branch.Otherwise.AppendHtml(await output.GetChildContentAsync());
        }

        output.SuppressOutput();
    }
}
