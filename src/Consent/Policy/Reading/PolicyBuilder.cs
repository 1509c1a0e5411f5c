using System.Collections.Immutable;

namespace Consent;

/// <summary>
/// Makes a policy of a file whose shape was checked, and finds what is wrong with what it says. Errors are collected;
/// a policy comes out only if there are none.
/// </summary>
internal sealed partial class PolicyBuilder(PolicyFile file, SourceValue root, PolicyErrors errors)
{
    public ConsentPolicy? Build()
    {
        ChoiceSettings choice = BuildChoice();
        ReadCategories();
        ReadServices();
        CheckSwallowing(choice);
        string basePath = ReadBasePath();
        SignalRule gpc = BuildSignal(file.Signals?.Gpc, root["signals"]["gpc"], DeniesWord.Sale, alwaysSale: true);
        SignalRule dnt = BuildSignal(file.Signals?.Dnt, root["signals"]["dnt"], DeniesWord.Optional, alwaysSale: false);
        PolicyController controller = BuildController();
        CheckRegions();
        if (errors.Any)
        {
            return null;
        }

        bool strict = file.Strict ?? false;
        MaterialText material = new(_categories, _services, choice.Epoch);
        ImmutableArray<Category> categories = [.. _categories.Select(material.Finish)];
        return new(categories, [.. _services.Select(static s => s.Service)], gpc, dnt, BuildRegions(categories))
        {
            Strict = strict,
            UndeclaredCookies = strict ? UndeclaredRule.Block : file.Undeclared?.Cookies ?? UndeclaredRule.Block,
            UndeclaredHosts = strict ? UndeclaredRule.Block : file.Undeclared?.Hosts ?? UndeclaredRule.Allow,
            Enforcement = file.Enforcement ?? EnforcementMode.Enforce,
            Csp = file.Csp ?? (strict ? CspMode.Enforce : CspMode.Off),
            Choice = choice,
            Controller = controller,
            BasePath = basePath,
            Banner = new() { Position = file.Banner?.Position ?? BannerPosition.Bottom },
            Hash = material.PolicyHash,
        };
    }

    private bool Fits(SourceValue value, string text, System.Text.RegularExpressions.Regex shape, string message, Func<string?>? suggest = null)
    {
        // $ also matches before a last line feed.
        if (shape.IsMatch(text) && !text.EndsWith('\n'))
        {
            return true;
        }

        string? suggestion = suggest?.Invoke();
        errors.Add(value, message, suggestion is not null && suggestion != text && shape.IsMatch(suggestion) ? suggestion : null);
        return false;
    }
}
