using System.Text.Json;

namespace Consent;

/// <summary>
/// Reads a domain file of Tracker Radar: <c>domain</c>, <c>owner</c> and <c>categories</c>.
/// </summary>
/// <remarks>Each owner becomes a service for each category of its domains. The most private of a domain's categories counts.</remarks>
public sealed class TrackerRadar : IServiceSource
{
    private readonly Dictionary<string, ListService> _services = new(StringComparer.Ordinal);

    /// <summary>Reads every domain file of a folder and its sub-folders, so that an owner's domains come together.</summary>
    /// <param name="path">The folder, such as <c>domains/US</c>.</param>
    /// <exception cref="ServiceSourceException">A file isn't a domain file.</exception>
    /// <exception cref="IOException">The folder or a file can't be read.</exception>
    public static IReadOnlyList<Service> ReadFolder(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        TrackerRadar folder = new();
        foreach (string file in Directory.EnumerateFiles(path, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            using FileStream stream = File.OpenRead(file);
            folder.Add(stream, Path.GetFileName(file));
        }

        return folder.Finish();
    }

    /// <inheritdoc/>
    public IReadOnlyList<Service> Read(Stream stream, string fileName)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentException.ThrowIfNullOrEmpty(fileName);
        TrackerRadar one = new();
        one.Add(stream, fileName);
        return one.Finish();
    }

    private void Add(Stream stream, string fileName)
    {
        ListJson json = new(stream, fileName);
        SourceValue domain = json.Member(json.Root, "domain", JsonTokenType.String);
        string? owner = json.Root.Find("owner")?.Find("name")?.Text;
        IEnumerable<string> words = json.Root.Find("categories")?.Items.Select(static c => c.Text) ?? [];
        ListService service = ListService.Of(_services, "radar", string.IsNullOrWhiteSpace(owner) ? domain.Text : owner, ListCategories.Of(words));
        ListJson.AddHost(service.Hosts, domain);
    }

    private List<Service> Finish() => [.. _services.Values.Where(static s => s.Hosts.Count > 0).Select(static s => s.Finish())];
}
