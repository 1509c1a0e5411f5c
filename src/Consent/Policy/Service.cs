using System.Collections.Immutable;

namespace Consent;

/// <summary>A vendor's product on the site: what it is for, and by what it is known.</summary>
/// <remarks>Immutable, and safe for use from several threads.</remarks>
public sealed class Service
{
    internal Service(string id, string category)
    {
        Id = id;
        Category = category;
    }

    /// <summary>Its name in markup and JSON, unique in a policy.</summary>
    public string Id { get; }

    /// <summary>The id of the category it belongs to.</summary>
    public string Category { get; }

    /// <summary>Whether it means sale, sharing or targeted advertising.</summary>
    /// <remarks>
    /// The decision is made by category: what a signal denies is the category marked <c>sale</c>. A service that is
    /// <c>sale</c> belongs into such a category, where the catalogue puts all of its own.
    /// </remarks>
    public bool Sale { get; internal init; }

    /// <summary>What visitors read.</summary>
    public string Name { get; internal init; } = "";

    /// <summary>The company behind it, or <see langword="null"/>.</summary>
    public string? Vendor { get; internal init; }

    /// <summary>Hosts that it loads from or sends to, in lower case; every sub-domain counts too.</summary>
    public ImmutableArray<string> Hosts { get; internal init; } = [];

    /// <summary>The cookies that it sets.</summary>
    public ImmutableArray<ServiceCookie> Cookies { get; internal init; } = [];

    /// <summary>Keys that it writes to local and session storage.</summary>
    public ImmutableArray<NamePattern> Storage { get; internal init; } = [];

    /// <summary>Short strings that mark its inline snippet, such as a global function's name.</summary>
    public ImmutableArray<string> Scripts { get; internal init; } = [];

    /// <summary>Its privacy page, or <see langword="null"/>.</summary>
    public string? PolicyUrl { get; internal init; }

    /// <inheritdoc/>
    public override string ToString() => Id;
}
