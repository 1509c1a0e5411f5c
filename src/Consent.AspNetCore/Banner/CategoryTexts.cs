namespace Consent.AspNetCore;

/// <summary>What visitors read about a built-in category.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it is for, in a sentence.</param>
/// <param name="Purpose">What it is for, within a sentence: "cookies for …".</param>
internal sealed record CategoryTexts(string Name, string Description, string Purpose);
