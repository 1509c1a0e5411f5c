namespace Consent;

/// <summary>
/// Whose a cookie, a host, an inline script or a storage key is under a policy. Three tiers, each before the next: the
/// policy's services, the catalogue's, those that were added to the policy.
/// </summary>
internal sealed class Declarations
{
    private readonly Service[] _services;
    private readonly Category?[] _categories;
    private readonly string[] _choiceNames;
    private readonly Category? _necessary;
    private readonly Lazy<HostIndex> _hosts;
    private readonly Lazy<ScriptIndex> _scripts;
    private readonly NameTier[] _cookies;
    private readonly NameTier[] _storage;

    public Declarations(ConsentPolicy policy)
    {
        ServiceCatalogue catalogue = ServiceCatalogue.BuiltIn;
        _necessary = policy.Categories.FirstOrDefault(static c => c is { Required: true, Id: ServiceCatalogue.Necessary })
            ?? policy.Categories.FirstOrDefault(static c => c.Required);
        _choiceNames = ChoiceCookieNames.Of(policy.Choice);

        int declared = policy.Services.Length;
        int known = declared + catalogue.Services.Length;
        Service[] all = [.. policy.Services, .. catalogue.Services, .. policy.AddedServices];

        // What the policy says of a service that the catalogue knows too holds for all that the catalogue knows of it.
        ILookup<string, Service> byId = policy.Services.ToLookup(static s => s.Id, StringComparer.Ordinal);
        _services = [.. all.Select(s => byId[s.Id].FirstOrDefault(s))];
        _categories = [.. _services.Select((s, i) => s.Category == ServiceCatalogue.Necessary && i >= declared ? _necessary : policy.FindCategory(s.Category))];

        (int Start, int End)[] tiers = [(0, declared), (declared, known), (known, all.Length)];
        _hosts = new(() => new(HostTiers.Merge(tiers.Select(t => Values(all, t, static s => s.Hosts)))));
        _scripts = new(() => new(tiers.SelectMany(t => Values(all, t, static s => s.Scripts))));
        _cookies = [NameTier.OfCookies(policy.Services, 0), new(catalogue.Cookies, declared), NameTier.OfCookies(policy.AddedServices, known)];
        _storage = [NameTier.OfStorage(policy.Services, 0), new(catalogue.Storage, declared), NameTier.OfStorage(policy.AddedServices, known)];
    }

    public int MaxScriptSignature => _scripts.Value.MaxLength;

    public CookieDeclaration? FindCookie(ReadOnlySpan<char> name)
    {
        int owner = _cookies[0].Find(name);
        if (owner < 0)
        {
            foreach (string choiceName in _choiceNames)
            {
                if (name.SequenceEqual(choiceName))
                {
                    return new(ServiceCatalogue.Choice, _necessary);
                }
            }

            owner = Find(_cookies.AsSpan(1), name);
        }

        return owner < 0 ? null : new(_services[owner], _categories[owner]);
    }

    public StorageDeclaration? FindStorage(ReadOnlySpan<char> key)
    {
        int owner = Find(_storage, key);
        return owner < 0 ? null : new(_services[owner], _categories[owner]);
    }

    public HostDeclaration? FindHost(ReadOnlySpan<byte> host)
    {
        int owner = _hosts.Value.Find(host);
        return owner < 0 ? null : new(_services[owner], _categories[owner]);
    }

    public HostDeclaration? FindHost(ReadOnlySpan<char> host)
    {
        int owner = _hosts.Value.Find(host);
        return owner < 0 ? null : new(_services[owner], _categories[owner]);
    }

    public ScriptDeclaration? FindScript(ReadOnlySpan<byte> script, ref int position)
    {
        int owner = _scripts.Value.Find(script, ref position);
        return owner < 0 ? null : new(_services[owner], _categories[owner]);
    }

    private static int Find(ReadOnlySpan<NameTier> tiers, ReadOnlySpan<char> name)
    {
        foreach (NameTier tier in tiers)
        {
            if (tier.Find(name) is >= 0 and int owner)
            {
                return owner;
            }
        }

        return -1;
    }

    private static IEnumerable<(string Value, int Owner)> Values(Service[] all, (int Start, int End) tier, Func<Service, IEnumerable<string>> values)
    {
        for (int i = tier.Start; i < tier.End; i++)
        {
            foreach (string value in values(all[i]))
            {
                yield return (value, i);
            }
        }
    }
}
