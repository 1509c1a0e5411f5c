namespace Consent;

/// <summary>A cookie, or a family of cookies, that a service sets.</summary>
/// <param name="Name">Its name or the pattern of its names.</param>
/// <param name="Lifetime">How long it lives at most, or <see langword="null"/> if that isn't known.</param>
public sealed record ServiceCookie(NamePattern Name, TimeSpan? Lifetime = null);
