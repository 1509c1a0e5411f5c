using System.Text.Json;

namespace Consent;

public sealed partial class ConsentPolicy
{
    private static ConsentPolicy? s_default;

    /// <summary>The policy that <c>{}</c> gives: the four categories, the catalogue, the built-in regions and banner.</summary>
    public static ConsentPolicy Default => s_default ??= Empty();

    /// <summary>Reads a policy from the text of a <c>consent.json</c>. Comments and trailing commas are allowed.</summary>
    /// <param name="utf8Json">The text, as UTF-8, with or without a byte order mark.</param>
    /// <param name="fileName">What the errors call the file.</param>
    /// <exception cref="ConsentPolicyException">Something is wrong in it; the exception tells of everything that is.</exception>
    public static ConsentPolicy Parse(ReadOnlySpan<byte> utf8Json, string fileName = "consent.json")
    {
        ArgumentException.ThrowIfNullOrEmpty(fileName);
        byte[] text = (utf8Json.StartsWith("\uFEFF"u8) ? utf8Json[3..] : utf8Json).ToArray();
        PolicyErrors errors = new(fileName, text);
        SourceValue? root = SourceReader.Read(text, errors);
        if (root is not null)
        {
            new ShapeCheck(errors).Check(root, typeof(PolicyFile));
            PolicyFile? file = JsonSerializer.Deserialize(SoundPart.Of(root).Span, PolicyFileContext.Default.PolicyFile);
            if (file is not null && new PolicyBuilder(file, root, errors).Build() is { } policy)
            {
                return policy;
            }
        }

        throw errors.ToException();
    }

    /// <summary>Reads a policy from a file.</summary>
    /// <param name="path">The file's path; the errors call it by its name.</param>
    /// <exception cref="ConsentPolicyException">Something is wrong in it; the exception tells of everything that is.</exception>
    /// <exception cref="IOException">The file can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static ConsentPolicy Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Parse(File.ReadAllBytes(path), Path.GetFileName(path));
    }

    // What Parse makes of {}, without the deserializer, whose start costs more than all the rest.
    private static ConsentPolicy Empty()
    {
        PolicyErrors errors = new("consent.json", "{}"u8.ToArray());
        SourceValue root = new(JsonTokenType.StartObject, 0, "$");
        return new PolicyBuilder(new PolicyFile(), root, errors).Build() ?? throw errors.ToException();
    }
}
