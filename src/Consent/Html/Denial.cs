namespace Consent.Html;

/// <summary>Why a tag that nobody marked may not leave as it is.</summary>
/// <param name="Service">The service that it leads to, or <see langword="null"/> if nobody declares it.</param>
/// <param name="Category">The category that is denied, or <see langword="null"/> if nobody declares one.</param>
internal readonly record struct Denial(Service? Service, Category? Category);
