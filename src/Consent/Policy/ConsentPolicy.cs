using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Consent;

/// <summary>
/// What a site uses and how it asks: categories, services, regimes and signal rules, read from <c>consent.json</c>.
/// </summary>
/// <remarks>Immutable, checked as a whole when it is made, and safe for use from several threads.</remarks>
public sealed partial class ConsentPolicy
{
    private readonly FrozenDictionary<string, Category> _byId;

    internal ConsentPolicy(
        ImmutableArray<Category> categories,
        ImmutableArray<Service> services,
        SignalRule? gpc = null,
        SignalRule? dnt = null,
        RegionTable? regions = null)
    {
        Categories = categories;
        Services = services;
        _byId = categories.ToFrozenDictionary(static c => c.Id, StringComparer.Ordinal);
        foreach (Category category in categories)
        {
            Required = category.Required ? Required.With(category.Index) : Required;
            Optional = category.Required ? Optional : Optional.With(category.Index);
            Sale = category is { Sale: true, Required: false } ? Sale.With(category.Index) : Sale;
        }

        Gpc = gpc ?? new SignalRule(Sale);
        Dnt = dnt ?? new SignalRule(Optional);
        Regions = regions ?? RegionTable.BuiltIn(categories);
    }

    /// <summary>The categories, 1 to 32, at least one of them required.</summary>
    public ImmutableArray<Category> Categories { get; }

    /// <summary>The services that the site declares.</summary>
    public ImmutableArray<Service> Services { get; }

    /// <summary>The categories that can't be refused.</summary>
    public CategorySet Required { get; }

    /// <summary>The categories that can be refused.</summary>
    public CategorySet Optional { get; }

    /// <summary>The optional categories that mean sale, sharing or targeted advertising.</summary>
    public CategorySet Sale { get; }

    /// <summary>What GPC denies.</summary>
    public SignalRule Gpc { get; }

    /// <summary>What DNT denies.</summary>
    public SignalRule Dnt { get; }

    /// <summary>What holds before a choice, by region.</summary>
    public RegionTable Regions { get; }

    /// <summary>What happens to cookies that nobody declared.</summary>
    /// <value>Default <see cref="UndeclaredRule.Block"/>.</value>
    public UndeclaredRule UndeclaredCookies { get; internal set; } = UndeclaredRule.Block;

    /// <summary>What happens to third-party hosts that nobody declared.</summary>
    /// <value>Default <see cref="UndeclaredRule.Allow"/>; strict mode blocks them.</value>
    public UndeclaredRule UndeclaredHosts { get; internal set; } = UndeclaredRule.Allow;

    /// <summary>Whether everything undeclared is blocked and the CSP is on.</summary>
    public bool Strict { get; internal set; }

    /// <summary>Whether what is denied is held back or only reported.</summary>
    public EnforcementMode Enforcement { get; internal set; }

    /// <summary>Whether a Content-Security-Policy header is sent.</summary>
    public CspMode Csp { get; internal set; }

    /// <summary>How long a choice holds and how its cookie is set.</summary>
    public ChoiceSettings Choice { get; internal init; } = new();

    /// <summary>Who is responsible for the site.</summary>
    public PolicyController Controller { get; internal init; } = new();

    /// <summary>How the visitor is asked.</summary>
    public BannerSettings Banner { get; internal init; } = new();

    /// <summary>The path of the choices page and the endpoints beneath it.</summary>
    /// <value>Starts with a slash and doesn't end with one. Default <c>/privacy-choices</c>.</value>
    public string BasePath { get; internal init; } = "/privacy-choices";

    /// <summary>A short hash of all that is material in the policy; it changes when a visitor's answer may.</summary>
    public string Hash { get; internal init; } = "";

    /// <summary>Finds a category by its id.</summary>
    /// <param name="id">The id, case counts.</param>
    /// <returns>The category, or <see langword="null"/> if the policy has none of that id.</returns>
    public Category? FindCategory(string id) => _byId.GetValueOrDefault(id);

    /// <summary>Finds a category by its id, without making a string.</summary>
    /// <param name="id">The id, case counts.</param>
    /// <returns>The category, or <see langword="null"/> if the policy has none of that id.</returns>
    public Category? FindCategory(ReadOnlySpan<char> id) =>
        _byId.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(id, out Category? category) ? category : null;

    /// <summary>Finds a category by its id, or says which ids there are.</summary>
    /// <param name="id">The id, case counts.</param>
    /// <exception cref="ArgumentException">The policy has no category of that id; the message names those it has.</exception>
    public Category GetCategory(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return FindCategory(id) ?? throw new ArgumentException(
            $"\"{id}\" is not a category of the consent policy; the categories are {string.Join(", ", Categories)}.", nameof(id));
    }
}
