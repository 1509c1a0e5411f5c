namespace Consent.AspNetCore;

/// <summary>HTML that this library made, to be written as it is.</summary>
/// <param name="Html">The markup.</param>
internal readonly record struct Markup(string? Html)
{
    /// <summary>An attribute without a value, or nothing.</summary>
    /// <param name="condition">Whether the attribute is there.</param>
    /// <param name="attribute">The attribute, such as <c>checked</c>.</param>
    public static Markup If(bool condition, string attribute) => new(condition ? " " + attribute : "");
}
