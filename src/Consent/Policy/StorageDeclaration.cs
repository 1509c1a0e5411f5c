namespace Consent;

/// <summary>Whose a key of local or session storage is, as the policy or the catalogue says.</summary>
/// <param name="Service">The service that writes it.</param>
/// <param name="Category">
/// The category that it follows, or <see langword="null"/> if the policy doesn't have the category that the catalogue
/// names: the key is then as good as undeclared.
/// </param>
public readonly record struct StorageDeclaration(Service Service, Category? Category);
