namespace Consent;

internal sealed partial class PolicyBuilder
{
    private ChoiceSettings BuildChoice()
    {
        SourceValue place = root["choice"];
        ChoiceSettings standard = new();
        TimeSpan lifetime = ReadDuration(file.Choice?.Lifetime, place["lifetime"]) ?? standard.Lifetime;
        if (lifetime == TimeSpan.Zero)
        {
            errors.Add(place["lifetime"], "a grant has to stand for longer than zero; the default is \"180d\"");
        }

        int epoch = file.Choice?.Epoch ?? standard.Epoch;
        if (epoch < 1)
        {
            errors.Add(place["epoch"], $"{epoch} is not an epoch; it starts at 1 and is raised to ask everybody again");
        }

        return new()
        {
            Lifetime = lifetime,
            AskAgainOptIn = ReadDuration(file.Choice?.AskAgain?.OptIn, place["askAgain"]["opt-in"]) ?? standard.AskAgainOptIn,
            AskAgainOptOut = ReadDuration(file.Choice?.AskAgain?.OptOut, place["askAgain"]["opt-out"]) ?? standard.AskAgainOptOut,
            CookieName = ReadCookieName(place["cookie"]["name"]),
            CookieDomain = ReadCookieDomain(place["cookie"]["domain"]),
            Epoch = epoch,
        };
    }

    private string? ReadCookieName(SourceValue place)
    {
        string? name = file.Choice?.Cookie?.Name;
        string expected = name?.StartsWith("__", StringComparison.Ordinal) == true
            ? "leave out the prefix, it is put before the name where the site has https"
            : "write 1 to 64 letters, digits, - or _";
        return name is not null && Fits(place, name, Shapes.IsChoiceCookieName, $"\"{name}\" is not a name for the choice cookie: {expected}", () => Unprefixed(name))
            ? name
            : null;
    }

    private static string Unprefixed(string name) => name[(name.StartsWith("__", StringComparison.Ordinal) ? name.IndexOf('-', StringComparison.Ordinal) + 1 : 0)..];

    private string? ReadCookieDomain(SourceValue place)
    {
        string? domain = file.Choice?.Cookie?.Domain;
        return domain is not null && Fits(
            place, domain, Shapes.IsCookieDomain,
            $"\"{domain}\" is not a domain; write it without scheme, port and leading dot, such as \"acme.example\"",
            () => HostName.Guess(domain))
            ? domain.ToLowerInvariant()
            : null;
    }

    private string ReadBasePath()
    {
        string path = file.BasePath ?? "/privacy-choices";
        Fits(
            root["basePath"], path, Shapes.IsBasePath,
            $"\"{path}\" is not a base path; it starts with a slash, doesn't end with one, and has segments of letters, digits, -, _, . and ~",
            () => "/" + string.Join('/', path.Split('/', StringSplitOptions.RemoveEmptyEntries)));
        return path;
    }

    private PolicyController BuildController() => new(
        file.Controller?.Name,
        file.Controller?.Contact,
        ReadLink(file.Controller?.PolicyUrl, root["controller"]["policyUrl"]));

    private string? ReadLink(string? link, SourceValue place) =>
        link is not null && Fits(place, link, Shapes.IsLink, $"\"{link}\" is not a path on the site, such as \"/privacy\", nor an http or https address")
            ? link
            : null;

    private SignalRule BuildSignal(SignalFile? signal, SourceValue place, DeniesWord standard, bool alwaysSale)
    {
        CategorySet sale = SetOf(static c => c is { Sale: true, Required: false });
        CategorySet denies = signal?.Denies?.Categories is { } ids
            ? ReadDenied(ids, place["denies"]).Union(alwaysSale ? sale : CategorySet.Empty)
            : (signal?.Denies?.Word ?? standard) switch
            {
                DeniesWord.Optional => SetOf(static c => !c.Required),
                DeniesWord.Sale => sale,
                _ => CategorySet.Empty,
            };
        return new(denies, signal?.Overridable ?? true);
    }

    private CategorySet ReadDenied(string?[] ids, SourceValue place)
    {
        CategorySet denied = CategorySet.Empty;
        for (int i = 0; i < ids.Length; i++)
        {
            Category? category = ids[i] is { } id ? FindCategory(id, place[i]) : null;
            if (category is { Required: true })
            {
                errors.Add(place[i], $"\"{category.Id}\" is required, so no signal can deny it; leave it out");
            }

            denied = category is { Index: < CategorySet.Capacity } ? denied.With(category.Index) : denied;
        }

        return denied;
    }

    private CategorySet SetOf(Predicate<Category> takes)
    {
        CategorySet set = CategorySet.Empty;
        foreach (Category category in _categories.Take(CategorySet.Capacity))
        {
            set = takes(category) ? set.With(category.Index) : set;
        }

        return set;
    }

    private TimeSpan? ReadDuration(string? text, SourceValue place)
    {
        if (text is null
            || !Fits(place, text, Shapes.IsDuration, $"\"{text}\" is not a duration: a whole number and d, h, m or s, such as \"180d\"", () => Duration.Guess(text)))
        {
            return null;
        }

        long seconds = Duration.Seconds(text);
        if (seconds > (long)ChoiceSettings.MaxLifetime.TotalSeconds)
        {
            errors.Add(place, $"\"{text}\" is longer than 400 days, the longest that browsers keep a cookie; write \"400d\" or less");
            return null;
        }

        return TimeSpan.FromSeconds(seconds);
    }
}
