using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Consent;

/// <summary>
/// The canonical text of what is material in a policy, and its hashes. A service that the catalogue knows stands in it
/// by its id, with hosts and cookies only where the file gives them: when a new version of the library knows one host
/// more, visitors are not asked again.
/// </summary>
internal sealed class MaterialText
{
    private readonly Dictionary<string, string> _byCategory;

    public MaterialText(IReadOnlyList<Category> categories, IReadOnlyList<DeclaredService> services, int epoch) =>
        _byCategory = categories.ToDictionary(static c => c.Id, c => Of(c, services, epoch), StringComparer.Ordinal);

    /// <summary>A short hash over all categories: 72 bits as base64url.</summary>
    public string PolicyHash =>
        Base64Url.EncodeToString(Hash(string.Join("\n\n", _byCategory.Values.Order(StringComparer.Ordinal))).AsSpan(0, 9));

    /// <summary>The 24-bit hash that stands for a category in the choice cookie.</summary>
    public static uint KeyOf(string id) => BinaryPrimitives.ReadUInt32BigEndian(Hash(id)) >> 8;

    /// <summary>The category with its hash.</summary>
    public Category Finish(Category category) => new(category.Index, category.Id)
    {
        Name = category.Name,
        Description = category.Description,
        Required = category.Required,
        Sale = category.Sale,
        Key = category.Key,
        MaterialHash = BinaryPrimitives.ReadUInt32BigEndian(Hash(_byCategory[category.Id])) >> 2,
    };

    private static string Of(Category category, IEnumerable<DeclaredService> services, int epoch)
    {
        StringBuilder text = new();
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"category {category.Id}\nrequired {category.Required}\nsale {category.Sale}\nepoch {epoch}");
        foreach (DeclaredService declared in services
            .Where(s => s.Service.Category == category.Id).OrderBy(static s => s.Service.Id, StringComparer.Ordinal))
        {
            text.Append("\nservice ").Append(declared.Service.Id);
            if (declared.HostsGiven)
            {
                Append(text, "host", declared.Service.Hosts);
            }

            if (declared.CookiesGiven)
            {
                Append(text, "cookie", declared.Service.Cookies.Select(static c => c.Name.Text));
            }
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string kind, IEnumerable<string> names)
    {
        text.Append("\n ").Append(kind).Append('s');
        foreach (string name in names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            text.Append("\n ").Append(kind).Append(' ').Append(name);
        }
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
