using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Consent.AspNetCore;

/// <summary>
/// <c>Report-To</c> and <c>NEL</c>: a group with a denied endpoint goes. Browsers keep what they were told about network
/// errors for weeks, so a <c>NEL</c> that reports to such a group is replaced by one that ends it.
/// </summary>
internal static class ReportTo
{
    private const string Groups = "Report-To";
    private const string NetworkErrors = "NEL";
    private static readonly JsonReaderOptions s_forgiving = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    public static void Apply(IHeaderDictionary headers, ConsentFeature feature, ref HeaderHosts? hosts)
    {
        if (!headers.TryGetValue(Groups, out StringValues lines) || lines.Count == 0)
        {
            return;
        }

        hosts ??= new(feature);
        hosts.Header = Groups;
        List<string> denied = [];
        List<string> kept = [];
        bool changed = false;
        foreach (string? line in lines)
        {
            string? rest = Filter(line ?? "", hosts, denied);
            changed |= !ReferenceEquals(rest, line);
            if (rest is not null)
            {
                kept.Add(rest);
            }
        }

        if (changed && feature.Policy.Enforcement == EnforcementMode.Enforce)
        {
            headers[Groups] = kept.ToArray();
            EndNetworkErrors(headers, denied);
        }
    }

    // The field is JSON objects with commas between, an array without its brackets.
    private static string? Filter(string line, HeaderHosts hosts, List<string> denied)
    {
        byte[] json = Encoding.UTF8.GetBytes($"[{line}]");
        List<string> kept = [];
        int before = denied.Count;
        try
        {
            Utf8JsonReader reader = new(json, s_forgiving);
            reader.Read();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                int start = (int)reader.TokenStartIndex;
                using JsonDocument group = JsonDocument.ParseValue(ref reader);
                if (Passes(group.RootElement, hosts))
                {
                    kept.Add(Encoding.UTF8.GetString(json.AsSpan(start..(int)reader.BytesConsumed)));
                }
                else
                {
                    denied.Add(NameOf(group.RootElement, "group"));
                }
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;    // what it says to a browser that reads it otherwise isn't known
        }

        return denied.Count == before ? line : kept.Count == 0 ? null : string.Join(", ", kept);
    }

    private static bool Passes(JsonElement group, HeaderHosts hosts)
    {
        if (group.ValueKind != JsonValueKind.Object)
        {
            return true;
        }

        bool passes = true;
        foreach (JsonProperty member in group.EnumerateObject())
        {
            if (member.Name == "endpoints" && member.Value.ValueKind == JsonValueKind.Array)
            {
                foreach (JsonElement endpoint in member.Value.EnumerateArray())
                {
                    passes = passes && (endpoint.ValueKind != JsonValueKind.Object
                        || endpoint.EnumerateObject().All(u => u.Name != "url" || u.Value.ValueKind != JsonValueKind.String || hosts.Passes(u.Value.GetString())));
                }
            }
        }

        return passes;
    }

    private static void EndNetworkErrors(IHeaderDictionary headers, List<string> denied)
    {
        string?[] lines = headers[NetworkErrors].ToArray();
        for (int i = 0; i < lines.Length; i++)
        {
            if (GroupOfErrors(lines[i] ?? "") is { } group && denied.Contains(group))
            {
                lines[i] = $$"""{"report_to":"{{JsonEncodedText.Encode(group).Value}}","max_age":0}""";
                headers[NetworkErrors] = lines;
            }
        }
    }

    private static string? GroupOfErrors(string line)
    {
        try
        {
            using JsonDocument policy = JsonDocument.Parse(line);
            return NameOf(policy.RootElement, "report_to");
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string NameOf(JsonElement element, string member) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(member, out JsonElement name) && name.ValueKind == JsonValueKind.String
            ? name.GetString()! : "default";
}
