using System.Text.Json;

namespace Consent;

/// <summary>Reads a list's JSON, and says where and what was expected if it is something else.</summary>
internal sealed class ListJson
{
    private readonly string _file;
    private readonly PolicyErrors _places;

    public ListJson(Stream stream, string fileName)
    {
        using MemoryStream copy = new();
        stream.CopyTo(copy);
        byte[] text = copy.ToArray();
        _file = fileName;
        _places = new(fileName, text);
        Root = SourceReader.Read(text.AsSpan().StartsWith("\uFEFF"u8) ? text.AsSpan(3) : text, _places) ?? throw NotJson();
    }

    public SourceValue Root { get; }

    /// <summary>A member that has to be there.</summary>
    public SourceValue Member(SourceValue value, string name, JsonTokenType kind)
    {
        Expect(value, JsonTokenType.StartObject);
        SourceValue member = value.Find(name) ?? throw Fail(value, SourceReader.PathOf(value.Path, name), kind);
        Expect(member, kind);
        return member;
    }

    public void Expect(SourceValue value, JsonTokenType kind)
    {
        if (value.Kind != kind)
        {
            throw Fail(value, value.Path, kind);
        }
    }

    /// <summary>Adds a host in lower case; what is none is left out.</summary>
    public static void AddHost(HashSet<string> hosts, SourceValue host)
    {
        if (host.Kind == JsonTokenType.String && HostName.Wrong(host.Text) is null && host.Text.Contains('.', StringComparison.Ordinal))
        {
            hosts.Add(host.Text.ToLowerInvariant());
        }
    }

    private ServiceSourceException Fail(SourceValue at, string path, JsonTokenType expected)
    {
        string word = expected switch
        {
            JsonTokenType.StartObject => "an object",
            JsonTokenType.StartArray => "an array",
            _ => "a text",
        };
        return new(_file, _places.Place(at.Offset).Line, $"{path} was expected to be {word}");
    }

    private ServiceSourceException NotJson()
    {
        ConsentPolicyError error = _places.ToException().Errors[0];
        return new(_file, error.Line, $"the file is not JSON: {error.Message}");
    }
}
