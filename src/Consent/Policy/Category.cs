namespace Consent;

/// <summary>A purpose that a visitor allows or refuses, such as <c>analytics</c>.</summary>
/// <remarks>Immutable, and safe for use from several threads.</remarks>
public sealed class Category
{
    internal Category(int index, string id)
    {
        Index = index;
        Id = id;
    }

    /// <summary>Its place in the policy, 0 to 31; the bit that stands for it in a <see cref="CategorySet"/>.</summary>
    public int Index { get; }

    /// <summary>Its name in markup, JSON and code: 1 to 32 of <c>a</c>–<c>z</c>, <c>0</c>–<c>9</c> and <c>-</c>.</summary>
    public string Id { get; }

    /// <summary>What visitors read, or <see langword="null"/> for the built-in text of a built-in category.</summary>
    public string? Name { get; internal init; }

    /// <summary>What it is for, in a sentence for visitors, or <see langword="null"/> for the built-in text.</summary>
    public string? Description { get; internal init; }

    /// <summary>Whether the site can't do without it. It is always allowed and can't be refused.</summary>
    public bool Required { get; internal init; }

    /// <summary>Whether it means sale, sharing or targeted advertising: what GPC asks a site to stop.</summary>
    public bool Sale { get; internal init; }

    /// <summary>
    /// A 30-bit hash of all that is material in it: its services, hosts, cookies, flags, and the policy's epoch.
    /// A grant given under another hash no longer stands. A text is not material.
    /// </summary>
    public uint MaterialHash { get; internal init; }

    /// <summary>The 24-bit hash of <see cref="Id"/> that stands for it in the choice cookie; unique in a policy.</summary>
    internal uint Key { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Id;
}
