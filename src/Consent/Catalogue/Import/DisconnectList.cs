using System.Text.Json;

namespace Consent;

/// <summary>
/// Reads the <c>services.json</c> of Disconnect: <c>categories</c>, in each a list of organizations, in each the address of
/// their site with an array of hosts.
/// </summary>
/// <remarks>Each organization becomes a service for each of its categories.</remarks>
public sealed class DisconnectList : IServiceSource
{
    /// <inheritdoc/>
    public IReadOnlyList<Service> Read(Stream stream, string fileName)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentException.ThrowIfNullOrEmpty(fileName);
        ListJson json = new(stream, fileName);
        Dictionary<string, ListService> services = new(StringComparer.Ordinal);
        foreach (SourceMember category in json.Member(json.Root, "categories", JsonTokenType.StartObject).Members)
        {
            json.Expect(category.Value, JsonTokenType.StartArray);
            foreach (SourceValue item in category.Value.Items)
            {
                json.Expect(item, JsonTokenType.StartObject);
                foreach (SourceMember organization in item.Members)
                {
                    json.Expect(organization.Value, JsonTokenType.StartObject);
                    ListService service = ListService.Of(services, "disconnect", organization.Name, ListCategories.Of(category.Name));

                    // Beside the addresses with their hosts stand flags such as "performance": "true".
                    foreach (SourceValue host in organization.Value.Members.SelectMany(static m => m.Value.Items))
                    {
                        ListJson.AddHost(service.Hosts, host);
                    }
                }
            }
        }

        return [.. services.Values.Where(static s => s.Hosts.Count > 0).Select(static s => s.Finish())];
    }
}
