namespace Consent;

/// <summary>Whose an inline script is, as the policy or the catalogue says.</summary>
/// <param name="Service">The service that the script starts or feeds.</param>
/// <param name="Category">
/// The category that it follows, or <see langword="null"/> if the policy doesn't have the category that the catalogue
/// names: the script is then as good as undeclared.
/// </param>
public readonly record struct ScriptDeclaration(Service Service, Category? Category);
