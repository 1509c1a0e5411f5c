using System.Text;
using CsCheck;

namespace Consent.Tests.Policy;

public sealed class PolicyMutationTests
{
    private static readonly byte[] s_good = Encoding.UTF8.GetBytes(Examples.Full);

    // What may stand at a place where something else stood: other types, other words, odd characters.
    private static readonly string[] s_pieces =
    [
        "null", "true", "0", "-1", "1e9", "\"\"", "\"*\"", "{}", "[]", "[null]", "{\"id\":\"a\"}", ",", ":", "\"", "\\", "\\ud800", "é", "\uFEFF",
        "\"id\"", "\"necessary\"", "\"opt-in\"", "\"400d\"", "//", "/*", "*/", "\n", "\0", "**", "_ga", "GB", "99999999999999999999",
    ];

    private static readonly Gen<byte[]> s_mutated =
        from edits in Gen.Select(Gen.Int[0, s_good.Length - 1], Gen.Int[0, 12], Gen.Int[0, s_pieces.Length - 1]).Array[1, 6]
        select edits.Aggregate(s_good, (text, edit) => Edit(text, edit.Item1 % text.Length, edit.Item2, s_pieces[edit.Item3]));

    [Fact]
    public void Parse_OfAnyMutation_GivesAPolicyOrPlacedErrors() =>
        s_mutated.Sample(text => IsPolicyOrErrors(text), iter: 5_000);

    [Fact]
    public void Parse_OfAnyBytes_GivesAPolicyOrPlacedErrors() =>
        Gen.Byte.Array[0, 64].Sample(text => IsPolicyOrErrors(text), iter: 5_000);

    [Fact]
    public void Parse_WithAnyValueReplaced_GivesAPolicyOrPlacedErrors()
    {
        foreach (string path in Values(System.Text.Json.Nodes.JsonNode.Parse(Examples.Full, documentOptions: s_lenient)!).Select(n => n.GetPath()))
        {
            foreach (string piece in new[] { "null", "true", "7", "\"\"", "\"x y\"", "{}", "[]", "[null]", "{\"*\":null}" })
            {
                Assert.True(IsPolicyOrErrors(Encoding.UTF8.GetBytes(Replace(path, piece))), $"{path} = {piece}");
            }
        }
    }

    private static readonly System.Text.Json.JsonDocumentOptions s_lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = System.Text.Json.JsonCommentHandling.Skip,
    };

    private static string Replace(string path, string piece)
    {
        System.Text.Json.Nodes.JsonNode root = System.Text.Json.Nodes.JsonNode.Parse(Examples.Full, documentOptions: s_lenient)!;
        System.Text.Json.Nodes.JsonNode? node = Values(root).FirstOrDefault(n => n.GetPath() == path);
        if (node is null || node == root)
        {
            return piece;
        }

        node.ReplaceWith(System.Text.Json.Nodes.JsonNode.Parse(piece));
        return root.ToJsonString();
    }

    private static IEnumerable<System.Text.Json.Nodes.JsonNode> Values(System.Text.Json.Nodes.JsonNode node)
    {
        IEnumerable<System.Text.Json.Nodes.JsonNode?> children = node switch
        {
            System.Text.Json.Nodes.JsonObject o => o.Select(m => m.Value),
            System.Text.Json.Nodes.JsonArray a => a,
            _ => [],
        };
        return children.OfType<System.Text.Json.Nodes.JsonNode>().SelectMany(Values).Prepend(node);
    }

    private static byte[] Edit(byte[] text, int at, int removed, string inserted) =>
        [.. text.AsSpan(0, at), .. Encoding.UTF8.GetBytes(inserted), .. text.AsSpan(Math.Min(at + removed, text.Length))];

    private static bool IsPolicyOrErrors(byte[] text)
    {
        try
        {
            ConsentPolicy policy = ConsentPolicy.Parse(text);
            return policy.Categories.Length is > 0 and <= 32 && !policy.Required.IsEmpty && policy.Hash.Length == 12;
        }
        catch (ConsentPolicyException e)
        {
            return e.Errors.Length > 0 && e.Errors.All(x => x is { Line: > 0, Column: > 0 } && x.Path.StartsWith('$') && x.Message.Length > 0);
        }
    }
}
