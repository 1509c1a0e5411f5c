using System.Buffers;
using System.ComponentModel;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;

namespace Consent;

/// <summary>The JSON schema of <c>consent.json</c>, made of the types that it is read into.</summary>
internal static class PolicySchema
{
    /// <summary>The file beside the browser's files that holds the schema.</summary>
    public const string FileName = "consent.schema.json";

    private static readonly JsonSchemaExporterOptions s_options = new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = Transform,
    };

    /// <summary>The schema as indented text.</summary>
    public static string Write()
    {
        JsonObject schema = new()
        {
            // The draft that editors know best.
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "consent.json",
        };
        Merge(schema, PolicyFileContext.Default.PolicyFile.GetJsonSchemaAsNode(s_options).AsObject());

        ArrayBufferWriter<byte> output = new();
        using (Utf8JsonWriter writer = new(output, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            schema.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(output.WrittenSpan) + "\n";
    }

    private static JsonObject Transform(JsonSchemaExporterContext context, JsonNode node)
    {
        Type type = context.TypeInfo.Type;
        JsonObject schema =
            type == typeof(DeniesFile) ? Denies()
            : type == typeof(RegimesFile) ? Regimes()
            : node.AsObject();
        if (context.PropertyInfo is not { PropertyType.IsValueType: false, IsSetNullable: true })
        {
            RemoveNull(schema);
        }

        if (type == typeof(ServiceFile))
        {
            OfferCatalogue(schema["properties"]!["id"]!.AsObject());
        }

        JsonObject described = [];
        if (AttributeOf<DescriptionAttribute>(context) is { } description)
        {
            described["description"] = description.Description;
        }

        Merge(described, schema);
        if (AttributeOf<DefaultValueAttribute>(context) is { } standard)
        {
            described["default"] = standard.Value switch { bool b => b, int i => i, object o => o.ToString(), null => null };
        }

        if (AttributeOf<SchemaHintAttribute>(context) is { } hint)
        {
            Apply(hint, described);
        }

        return described;
    }

    private static void Apply(SchemaHintAttribute hint, JsonObject schema)
    {
        JsonObject texts = schema["items"] as JsonObject ?? schema;
        if (hint.Pattern is not null)
        {
            texts["pattern"] = hint.Pattern;
        }

        if (hint.Examples.Length > 0)
        {
            texts["examples"] = new JsonArray([.. hint.Examples.Select(static e => (JsonNode)e)]);
        }

        if (hint.Minimum != int.MinValue)
        {
            schema["minimum"] = hint.Minimum;
        }

        if (hint.MaxItems > 0)
        {
            schema["minItems"] = 1;
            schema["maxItems"] = hint.MaxItems;
        }

        if (hint.Keys is not null)
        {
            RestrictKeys(schema, hint.Keys, Regimes());
        }

        if (hint.DefaultDenies is not null)
        {
            schema["properties"]!["denies"]!["default"] = hint.DefaultDenies;
        }
    }

    private static JsonObject Denies() => new()
    {
        ["anyOf"] = new JsonArray(
            Enum(Words.Of<DeniesWord>()),
            new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string", ["pattern"] = Shapes.CategoryId } }),
    };

    private static JsonObject Regimes()
    {
        JsonObject byCategory = new() { ["type"] = "object" };
        RestrictKeys(byCategory, $"^\\*$|{Shapes.CategoryId}", Enum(Words.Of<Regime>()));
        return new() { ["anyOf"] = new JsonArray(Enum(Words.Of<Regime>()), byCategory) };
    }

    private static JsonObject Enum(string[] words) => new() { ["enum"] = new JsonArray([.. words.Select(static w => (JsonNode)w)]) };

    private static void RestrictKeys(JsonObject map, string pattern, JsonObject values)
    {
        map["patternProperties"] = new JsonObject { [pattern] = values };
        map["additionalProperties"] = false;
    }

    // The site's own ids are allowed, but editors offer those that need nothing else.
    private static void OfferCatalogue(JsonObject id)
    {
        JsonNode pattern = id["pattern"]!.DeepClone();
        id.Remove("pattern");
        id["anyOf"] = new JsonArray(
            Enum([.. ServiceCatalogue.BuiltIn.Services.Select(static s => s.Id).Order(StringComparer.Ordinal)]),
            new JsonObject { ["pattern"] = pattern });
    }

    private static void RemoveNull(JsonObject schema)
    {
        if (schema["type"] is JsonArray types)
        {
            schema["type"] = types.Single(static t => t!.GetValue<string>() != "null")!.DeepClone();
        }

        if (schema["enum"] is JsonArray words)
        {
            schema["enum"] = new JsonArray([.. words.Where(static w => w is not null).Select(static w => w!.DeepClone())]);
        }
    }

    private static T? AttributeOf<T>(JsonSchemaExporterContext context)
        where T : Attribute =>
        (context.PropertyInfo is null ? context.TypeInfo.Type : context.PropertyInfo.AttributeProvider)?
        .GetCustomAttributes(typeof(T), inherit: false).OfType<T>().FirstOrDefault();

    private static void Merge(JsonObject target, JsonObject source)
    {
        foreach ((string name, JsonNode? value) in source)
        {
            target[name] = value?.DeepClone();
        }
    }
}
