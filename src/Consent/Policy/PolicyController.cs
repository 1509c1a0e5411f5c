namespace Consent;

/// <summary>Who is responsible for the site (GDPR art. 4(7)), as visitors read it.</summary>
/// <param name="Name">The company's or person's name, or <see langword="null"/>.</param>
/// <param name="Contact">An address for questions of privacy, or <see langword="null"/>.</param>
/// <param name="PolicyUrl">The privacy policy, a path or an address, or <see langword="null"/>.</param>
public sealed record PolicyController(string? Name = null, string? Contact = null, string? PolicyUrl = null);
