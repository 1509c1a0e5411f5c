namespace Consent;

/// <summary>What the JSON schema tells of a member, or of its items, besides its type.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SchemaHintAttribute : Attribute
{
    /// <summary>The shape of a text, or of each text of an array.</summary>
    public string? Pattern { get; init; }

    /// <summary>The shape of the names in a map.</summary>
    public string? Keys { get; init; }

    /// <summary>What editors offer.</summary>
    public string[] Examples { get; init; } = [];

    /// <summary>The least number; <see cref="int.MinValue"/> for none.</summary>
    public int Minimum { get; init; } = int.MinValue;

    /// <summary>The most items; zero for no limit. There is one at least, then.</summary>
    public int MaxItems { get; init; }

    /// <summary>The default of <c>denies</c> within this signal.</summary>
    public string? DefaultDenies { get; init; }
}
