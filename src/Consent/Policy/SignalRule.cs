namespace Consent;

/// <summary>What a signal denies, and whether a visitor can override it.</summary>
/// <param name="Denies">The categories that the signal denies.</param>
/// <param name="Overridable">
/// Whether a grant made on the category itself, while the signal was on, wins over the signal
/// (11 CCR §7025(c)(3)).
/// </param>
public sealed record SignalRule(CategorySet Denies, bool Overridable = true);
