using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Consent;

/// <summary>
/// Holds the values of a file against the types that they are to become, by the metadata that System.Text.Json's
/// source generator made: unknown, missing and double members, wrong types, unknown words. What isn't right is marked.
/// </summary>
internal sealed class ShapeCheck(PolicyErrors errors)
{
    public void Check(SourceValue value, Type type, bool nullable = false)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        JsonTypeInfo info = PolicyFileContext.Default.GetTypeInfo(type)
            ?? throw new InvalidOperationException($"{type} is missing from {nameof(PolicyFileContext)}.");
        if (value.Kind == JsonTokenType.Null)
        {
            if (!nullable)
            {
                Refuse(value, $"null is not {Expected(type, info)}; for the default, leave it out");
            }
        }
        else if (type == typeof(DeniesFile))
        {
            CheckUnion(value, type, info, JsonTokenType.StartArray, typeof(string[]), typeof(DeniesWord));
        }
        else if (type == typeof(RegimesFile))
        {
            CheckUnion(value, type, info, JsonTokenType.StartObject, typeof(Dictionary<string, Regime>), typeof(Regime));
        }
        else if (!HasKind(value, type, info))
        {
            Refuse(value, $"{Found(value)} is not {Expected(type, info)}");
        }
        else if (info.Kind == JsonTypeInfoKind.Object)
        {
            CheckMembers(value, info);
        }
        else if (info.Kind == JsonTypeInfoKind.Dictionary)
        {
            CheckEach(value, info.ElementType!);
        }
        else if (info.Kind == JsonTypeInfoKind.Enumerable)
        {
            value.Items.ForEach(item => Check(item, info.ElementType!));
        }
        else if (type.IsEnum && !Words.Of(type).Contains(value.Text))
        {
            Refuse(value, $"{Found(value)} is not {Expected(type, info)}", NearestName.Of(value.Text, Words.Of(type)));
        }
    }

    private void CheckUnion(SourceValue value, Type type, JsonTypeInfo info, JsonTokenType structured, Type structure, Type word)
    {
        if (value.Kind == structured)
        {
            Check(value, structure);
        }
        else if (value.Kind != JsonTokenType.String || !Words.Of(word).Contains(value.Text))
        {
            Refuse(value, $"{Found(value)} is not {Expected(type, info)}", NearestName.Of(value.Text, Words.Of(word)));
        }
    }

    private void CheckMembers(SourceValue value, JsonTypeInfo info)
    {
        foreach (SourceMember member in Distinct(value))
        {
            if (info.Properties.FirstOrDefault(p => p.Name == member.Name) is { } property)
            {
                Check(member.Value, property.PropertyType, !property.PropertyType.IsValueType && property.IsSetNullable);
                continue;
            }

            member.Value.IsBad = true;
            string? nearest = NearestName.Of(member.Name, info.Properties.Select(static p => p.Name));
            string known = nearest is null ? $"; the members are {NearestName.List(info.Properties.Select(static p => p.Name))}" : "";
            errors.AddAt(member.Offset, member.Value.Path, $"\"{member.Name}\" is not a member that is known here{known}", nearest);
        }

        foreach (JsonPropertyInfo property in info.Properties)
        {
            if (!property.IsRequired || value.Find(property.Name) is { IsBad: false })
            {
                continue;
            }

            value.Missing.Add(property.Name);
            if (value.Find(property.Name) is null)
            {
                errors.Add(value, $"\"{property.Name}\" is missing");
            }
        }
    }

    private void CheckEach(SourceValue value, Type type)
    {
        foreach (SourceMember member in Distinct(value))
        {
            Check(member.Value, type);
        }
    }

    // The first of several counts; the others are errors.
    private List<SourceMember> Distinct(SourceValue value)
    {
        List<SourceMember> distinct = [];
        foreach (SourceMember member in value.Members)
        {
            int first = distinct.FindIndex(d => d.Name == member.Name);
            if (first < 0)
            {
                distinct.Add(member);
                continue;
            }

            member.Value.IsBad = true;
            (int line, int column) = errors.Place(distinct[first].Offset);
            errors.AddAt(member.Offset, member.Value.Path, $"\"{member.Name}\" is given twice, first at line {line}, column {column}; keep one");
        }

        return distinct;
    }

    private void Refuse(SourceValue value, string message, string? suggestion = null)
    {
        value.IsBad = true;
        errors.Add(value, message, suggestion);
    }

    private static bool HasKind(SourceValue value, Type type, JsonTypeInfo info) => info.Kind switch
    {
        JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary => value.Kind == JsonTokenType.StartObject,
        JsonTypeInfoKind.Enumerable => value.Kind == JsonTokenType.StartArray,
        _ when type == typeof(bool) => value.Kind is JsonTokenType.True or JsonTokenType.False,
        _ when type == typeof(int) => value.Kind == JsonTokenType.Number && Whole(value, out _),
        _ => value.Kind == JsonTokenType.String,
    };

    private static bool Whole(SourceValue value, out int number) =>
        int.TryParse(value.Text, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out number);

    private static string Expected(Type type, JsonTypeInfo info) => info.Kind switch
    {
        JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary => "an object",
        JsonTypeInfoKind.Enumerable => "an array",
        _ when type == typeof(bool) => "true or false",
        _ when type == typeof(int) => "a whole number",
        _ when type == typeof(DeniesFile) => $"{NearestName.List(Words.Of<DeniesWord>())} or an array of category ids",
        _ when type == typeof(RegimesFile) => $"{NearestName.List(Words.Of<Regime>())} or an object that gives a regime for each category",
        _ when type.IsEnum => $"one of {NearestName.List(Words.Of(type))}",
        _ => "a text",
    };

    private static string Found(SourceValue value) => value.Kind switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => $"\"{value.Text}\"",
        JsonTokenType.Number => value.Text,
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => "null",
    };
}
