namespace Consent;

internal sealed partial class PolicyBuilder
{
    /// <summary>A cookie that the site can't do without may not be held back because an optional service's pattern fits it.</summary>
    private void CheckSwallowing(ChoiceSettings choice)
    {
        List<(NamePattern Name, string Owner)> required = [.. RequiredCookies(choice)];
        foreach (DeclaredService declared in _services)
        {
            if (_categories.Find(c => c.Id == declared.Service.Category) is not { Required: false })
            {
                continue;
            }

            for (int i = 0; i < declared.Service.Cookies.Length; i++)
            {
                NamePattern cookie = declared.Service.Cookies[i].Name;
                int swallowed = required.FindIndex(r => cookie.Covers(r.Name));
                if (swallowed >= 0)
                {
                    (NamePattern name, string owner) = required[swallowed];
                    errors.Add(
                        PlaceOf(declared, cookie),
                        $"\"{cookie}\" also takes \"{name}\", {owner}; {(cookie.IsExact ? "leave it out" : "write a narrower pattern")}");
                }
            }
        }
    }

    private IEnumerable<(NamePattern Name, string Owner)> RequiredCookies(ChoiceSettings choice)
    {
        foreach (string name in ChoiceCookieNames.Of(choice))
        {
            yield return (new(name), "the choice cookie, which is always needed");
        }

        foreach (Service service in _services.Select(static s => s.Service))
        {
            if (_categories.Find(c => c.Id == service.Category) is { Required: true })
            {
                foreach (ServiceCookie cookie in service.Cookies)
                {
                    yield return (cookie.Name, $"a cookie of the required service \"{service.Id}\"");
                }
            }
        }

        foreach (Service service in ServiceCatalogue.BuiltIn.Framework)
        {
            if (service.Category == ServiceCatalogue.Necessary && !_services.Exists(s => s.Service.Id == service.Id))
            {
                foreach (ServiceCookie cookie in service.Cookies)
                {
                    yield return (cookie.Name, $"a cookie of {service.Name}, which is always needed");
                }
            }
        }
    }

    private static SourceValue PlaceOf(DeclaredService declared, NamePattern cookie)
    {
        SourceValue? cookies = declared.CookiesGiven ? declared.Place.Find("cookies") : null;
        return cookies?.Items.Find(item => item.Find("name")?.Text == cookie.Text)?["name"] ?? declared.Place["id"];
    }
}
