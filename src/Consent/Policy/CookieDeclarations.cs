using System.Collections.Immutable;

namespace Consent;

/// <summary>A policy's look-up of cookies by name: the policy's services, the choice cookie, the catalogue.</summary>
internal sealed class CookieDeclarations
{
    private readonly CookieIndex _declared;
    private readonly CookieDeclaration[] _ofDeclared;
    private readonly string[] _choiceNames;
    private readonly CookieDeclaration _ofChoice;
    private readonly CookieDeclaration[] _ofCatalogue;

    public CookieDeclarations(ConsentPolicy policy)
    {
        ImmutableArray<Service> services = policy.Services;
        Category? necessary = policy.Categories.FirstOrDefault(static c => c is { Required: true, Id: ServiceCatalogue.Necessary })
            ?? policy.Categories.FirstOrDefault(static c => c.Required);
        _declared = new(services);
        _ofDeclared = [.. services.Select(s => new CookieDeclaration(s, policy.FindCategory(s.Category)))];
        _choiceNames = ChoiceCookieNames.Of(policy.Choice);
        _ofChoice = new(ServiceCatalogue.Choice, necessary);

        // What the policy says of a service that the catalogue knows too holds for all of its cookies.
        Dictionary<string, CookieDeclaration> byId = [];
        foreach (CookieDeclaration declaration in _ofDeclared)
        {
            byId.TryAdd(declaration.Service.Id, declaration);
        }

        _ofCatalogue = [.. ServiceCatalogue.BuiltIn.Services.Select(s =>
            byId.TryGetValue(s.Id, out CookieDeclaration declaration) ? declaration
            : new CookieDeclaration(s, s.Category == ServiceCatalogue.Necessary ? necessary : policy.FindCategory(s.Category)))];
    }

    public CookieDeclaration? Find(ReadOnlySpan<char> name)
    {
        int index = _declared.Find(name);
        if (index >= 0)
        {
            return _ofDeclared[index];
        }

        foreach (string choiceName in _choiceNames)
        {
            if (name.SequenceEqual(choiceName))
            {
                return _ofChoice;
            }
        }

        index = ServiceCatalogue.BuiltIn.FindCookie(name);
        return index >= 0 ? _ofCatalogue[index] : null;
    }
}
