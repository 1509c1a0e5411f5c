using System.Collections.Immutable;
using System.Text.Json;

namespace Consent;

/// <summary>
/// Reads a data file of the catalogue. The files are part of the library and checked by its tests with the reader of
/// policies; this one is here because it starts ten times faster.
/// </summary>
internal static class CatalogueFile
{
    private static readonly JsonReaderOptions s_options = new() { CommentHandling = JsonCommentHandling.Skip };

    public static void Read(ReadOnlySpan<byte> utf8, ImmutableArray<Service>.Builder services)
    {
        Utf8JsonReader reader = new(utf8, s_options);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                services.Add(ReadService(ref reader));
            }
        }
    }

    private static Service ReadService(ref Utf8JsonReader reader)
    {
        string id = "", category = "", name = "";
        string? vendor = null, policyUrl = null;
        bool sale = false;
        ImmutableArray<string> hosts = [], scripts = [], storage = [];
        ImmutableArray<ServiceCookie> cookies = [];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string member = MemberOf(ref reader);
            reader.Read();
            switch (member)
            {
                case "id": id = reader.GetString()!; break;
                case "name": name = reader.GetString()!; break;
                case "vendor": vendor = reader.GetString(); break;
                case "category": category = CategoryOf(ref reader); break;
                case "policyUrl": policyUrl = reader.GetString(); break;
                case "sale": sale = reader.GetBoolean(); break;
                case "hosts": hosts = ReadTexts(ref reader); break;
                case "scripts": scripts = ReadTexts(ref reader); break;
                case "storage": storage = ReadTexts(ref reader); break;
                default: cookies = ReadCookies(ref reader); break;
            }
        }

        return new(id, category)
        {
            Name = name,
            Vendor = vendor,
            Sale = sale,
            Hosts = hosts,
            Cookies = cookies,
            Storage = PatternsOf(storage),
            Scripts = scripts,
            PolicyUrl = policyUrl,
        };
    }

    // Without making a string for names that repeat in every service.
    private static string MemberOf(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("id"u8) ? "id"
        : reader.ValueTextEquals("name"u8) ? "name"
        : reader.ValueTextEquals("vendor"u8) ? "vendor"
        : reader.ValueTextEquals("category"u8) ? "category"
        : reader.ValueTextEquals("policyUrl"u8) ? "policyUrl"
        : reader.ValueTextEquals("sale"u8) ? "sale"
        : reader.ValueTextEquals("hosts"u8) ? "hosts"
        : reader.ValueTextEquals("scripts"u8) ? "scripts"
        : reader.ValueTextEquals("storage"u8) ? "storage"
        : reader.ValueTextEquals("cookies"u8) ? "cookies"
        : throw new JsonException($"The catalogue has no member \"{reader.GetString()}\".");

    private static string CategoryOf(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("marketing"u8) ? "marketing"
        : reader.ValueTextEquals("analytics"u8) ? "analytics"
        : reader.ValueTextEquals("preferences"u8) ? "preferences"
        : reader.ValueTextEquals("necessary"u8) ? ServiceCatalogue.Necessary
        : reader.GetString()!;

    private static ImmutableArray<string> ReadTexts(ref Utf8JsonReader reader)
    {
        List<string> texts = [];
        while (reader.Read() && reader.TokenType == JsonTokenType.String)
        {
            texts.Add(reader.GetString()!);
        }

        return [.. texts];
    }

    private static ImmutableArray<NamePattern> PatternsOf(ImmutableArray<string> texts)
    {
        NamePattern[] patterns = new NamePattern[texts.Length];
        for (int i = 0; i < patterns.Length; i++)
        {
            patterns[i] = new(texts[i]);
        }

        return [.. patterns];
    }

    private static ImmutableArray<ServiceCookie> ReadCookies(ref Utf8JsonReader reader)
    {
        List<ServiceCookie> cookies = [];
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            string name = "";
            TimeSpan? lifetime = null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                bool isName = reader.ValueTextEquals("name"u8);
                reader.Read();
                if (isName)
                {
                    name = reader.GetString()!;
                }
                else
                {
                    lifetime = Duration.Parse(reader.GetString());
                }
            }

            cookies.Add(new(new NamePattern(name), lifetime));
        }

        return [.. cookies];
    }
}
