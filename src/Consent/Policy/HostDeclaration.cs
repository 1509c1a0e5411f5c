namespace Consent;

/// <summary>Whose a host is, as the policy or the catalogue says.</summary>
/// <param name="Service">The service that loads from the host or sends to it.</param>
/// <param name="Category">
/// The category that it follows, or <see langword="null"/> if the policy doesn't have the category that the catalogue
/// names: the host is then as good as undeclared.
/// </param>
public readonly record struct HostDeclaration(Service Service, Category? Category);
