using System.Text;

namespace Consent;

/// <summary>Collects what a list says of its services, which it may scatter over many lines.</summary>
internal sealed class ListService(string id, string name, string category)
{
    public const string Marketing = "marketing";

    public HashSet<string> Hosts { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, ServiceCookie> Cookies { get; } = new(StringComparer.Ordinal);

    public string? PolicyUrl { get; set; }

    public string? Vendor { get; init; }

    public Service Finish() => new(id, category)
    {
        Name = name,
        Vendor = Vendor,
        Sale = category == Marketing,
        Hosts = [.. Hosts],
        Cookies = [.. Cookies.Values],
        PolicyUrl = PolicyUrl,
    };

    /// <summary>The list's service of that name and category.</summary>
    public static ListService Of(Dictionary<string, ListService> services, string list, string name, string category)
    {
        // One name may stand for services of several categories: each is a service of its own.
        string id = $"{list}-{Plain(name)}-{category}";
        if (!services.TryGetValue(id, out ListService? service))
        {
            service = new(id, name, category) { Vendor = name };
            services.Add(id, service);
        }

        return service;
    }

    private static string Plain(string name)
    {
        StringBuilder id = new();
        foreach (char c in name)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                id.Append(char.ToLowerInvariant(c));
            }
            else if (id.Length > 0 && id[^1] != '-')
            {
                id.Append('-');
            }
        }

        return id.ToString().TrimEnd('-');
    }
}
