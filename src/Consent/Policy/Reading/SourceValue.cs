using System.Text.Json;

namespace Consent;

/// <summary>A value of a JSON text, with its place: what an error points at.</summary>
internal sealed class SourceValue(JsonTokenType kind, int offset, string path)
{
    /// <summary>The token that the value starts with.</summary>
    public JsonTokenType Kind { get; } = kind;

    /// <summary>Where it starts, in bytes.</summary>
    public int Offset { get; } = offset;

    /// <summary>Its JSON path, such as <c>$.services[2].category</c>.</summary>
    public string Path { get; } = path;

    /// <summary>What a string says, or a number as written.</summary>
    public string Text { get; init; } = "";

    /// <summary>The members of an object, in order, duplicates too.</summary>
    public List<SourceMember> Members { get; } = [];

    /// <summary>The items of an array.</summary>
    public List<SourceValue> Items { get; } = [];

    /// <summary>Whether the value is not what its place asks for; it is not read on.</summary>
    public bool IsBad { get; set; }

    /// <summary>The members that the object needs and hasn't.</summary>
    public List<string> Missing { get; } = [];

    /// <summary>The member of that name, or this value, for an error about what isn't there.</summary>
    public SourceValue this[string name] => Find(name) ?? this;

    /// <summary>The item at <paramref name="index"/>, or this value, for an error about what isn't there.</summary>
    public SourceValue this[int index] => index < Items.Count ? Items[index] : this;

    public SourceValue? Find(string name)
    {
        foreach (SourceMember member in Members)
        {
            if (member.Name == name)
            {
                return member.Value;
            }
        }

        return null;
    }
}
