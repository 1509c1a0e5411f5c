using System.Collections.Immutable;

namespace Consent;

internal sealed partial class PolicyBuilder
{
    private readonly List<DeclaredService> _services = [];

    private void ReadServices()
    {
        SourceValue all = root["services"];
        for (int i = 0; i < file.Services?.Length; i++)
        {
            if (file.Services[i] is { } item)
            {
                ReadService(item, all[i]);
            }
        }
    }

    private void ReadService(ServiceFile item, SourceValue place)
    {
        string id = item.Id ?? "";
        if (item.Id is not null && Fits(place["id"], id, Shapes.IsServiceId,
            $"\"{id}\" is not an id of a service: 1 to 64 of a-z, 0-9 and -", () => PlainId(id, 64))
            && _services.Exists(s => s.Service.Id == id))
        {
            errors.Add(place["id"], $"\"{id}\" is the id of an earlier service too; give each its own");
        }

        Service? known = ServiceCatalogue.BuiltIn.Find(id);
        string category = CategoryOf(item, id, known, place) ?? "";
        Service service = new(id, category)
        {
            Name = item.Name ?? known?.Name ?? id,
            Vendor = item.Vendor ?? known?.Vendor,
            Sale = item.Sale ?? known?.Sale ?? _categories.Exists(c => c.Id == category && c.Sale),
            Hosts = item.Hosts is null ? known?.Hosts ?? [] : ReadHosts(item.Hosts, place["hosts"]),
            Cookies = item.Cookies is null ? known?.Cookies ?? [] : ReadCookies(item.Cookies, place["cookies"]),
            Storage = item.Storage is null ? known?.Storage ?? [] : ReadStorage(item.Storage, place["storage"]),
            Scripts = item.Scripts is null ? known?.Scripts ?? [] : ReadScripts(item.Scripts, place["scripts"]),
            PolicyUrl = ReadLink(item.PolicyUrl, place["policyUrl"]) ?? known?.PolicyUrl,
        };
        _services.Add(new(service, place, HostsGiven: item.Hosts is not null, CookiesGiven: item.Cookies is not null));
    }

    private string? CategoryOf(ServiceFile item, string id, Service? known, SourceValue place)
    {
        if (item.Category is { } given)
        {
            return FindCategory(given, place["category"])?.Id;
        }

        // Without an id, or with a category that is no text, there is an error already.
        if (item.Id is null || place.Find("category") is not null)
        {
            return null;
        }

        if (known is null)
        {
            errors.Add(
                place["id"],
                $"\"{id}\" has no category and the catalogue doesn't know it; give it a \"category\"",
                NearestName.Of(id, ServiceCatalogue.BuiltIn.Services.Select(static s => s.Id)));
            return null;
        }

        if (known.Category == ServiceCatalogue.Necessary)
        {
            return NecessaryCategory?.Id;
        }

        if (_knowsAllCategories && !_categories.Exists(c => c.Id == known.Category))
        {
            errors.Add(
                place["id"],
                $"the catalogue puts \"{id}\" into \"{known.Category}\", which is not a category of this policy; give it a \"category\": "
                + NearestName.List(_categories.Select(static c => c.Id)));
            return null;
        }

        return known.Category;
    }

    private Category? NecessaryCategory =>
        _categories.Find(static c => c is { Required: true, Id: ServiceCatalogue.Necessary }) ?? _categories.Find(static c => c.Required);

    private ImmutableArray<ServiceCookie> ReadCookies(CookieFile?[] items, SourceValue place)
    {
        ImmutableArray<ServiceCookie>.Builder cookies = ImmutableArray.CreateBuilder<ServiceCookie>(items.Length);
        for (int i = 0; i < items.Length; i++)
        {
            if (items[i] is not { } item)
            {
                continue;
            }

            TimeSpan? lifetime = ReadDuration(item.Lifetime, place[i]["lifetime"]);
            if (item.Name is { } name && IsPattern(name, place[i]["name"], Shapes.IsCookiePattern, "a cookie's name: no spaces, no control characters, none of ; , ="))
            {
                cookies.Add(new(new NamePattern(name), lifetime));
            }
        }

        return cookies.ToImmutable();
    }

    private ImmutableArray<NamePattern> ReadStorage(string?[] items, SourceValue place) =>
        [.. items.Index()
            .Where(i => i.Item is not null && IsPattern(i.Item, place[i.Index], Shapes.IsStorageKey, "a storage key: at least one character"))
            .Select(static i => new NamePattern(i.Item!))];

    private ImmutableArray<string> ReadScripts(string?[] items, SourceValue place) =>
        [.. items.Index()
            .Where(i => i.Item is not null && Fits(place[i.Index], i.Item, Shapes.IsScript,
                $"\"{i.Item}\" is too short to mark a snippet; give at least 3 characters, such as \"acmeq(\""))
            .Select(static i => i.Item!)];

    private ImmutableArray<string> ReadHosts(string?[] items, SourceValue place) =>
        [.. items.Index()
            .Where(i => i.Item is not null && IsHost(i.Item, place[i.Index]))
            .Select(static i => i.Item!.ToLowerInvariant())];

    private bool IsPattern(string text, SourceValue place, System.Text.RegularExpressions.Regex shape, string expected)
    {
        if (text.AsSpan().Count('*') > 1)
        {
            errors.Add(place, $"\"{text}\" holds * more than once; a pattern has one at most");
            return false;
        }

        return Fits(place, text, shape, $"\"{text}\" is not {expected}");
    }

    private bool IsHost(string text, SourceValue place)
    {
        string? wrong = HostName.Wrong(text);
        if (wrong is null)
        {
            return true;
        }

        errors.Add(place, $"\"{text}\" is not a host: {wrong}", HostName.Guess(text));
        return false;
    }
}
