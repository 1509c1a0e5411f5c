using System.Text.Json;
using System.Text.Json.Serialization;

namespace Consent.Tests.Decisions;

/// <summary>The rows of <c>tests/vectors/decisions.json</c>.</summary>
internal static class DecisionVectors
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static readonly VectorFile File = Read();

    public static readonly IReadOnlyDictionary<string, ConsentPolicy> Policies = File.Policies.ToDictionary(
        static p => p.Key, static p => ConsentPolicy.Parse(System.Text.Encoding.UTF8.GetBytes(p.Value.GetRawText())));

    private static VectorFile Read() => JsonSerializer.Deserialize<VectorFile>(
        System.IO.File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "vectors", "decisions.json")), s_options)!;

    internal sealed record VectorFile(DateTimeOffset Now, Dictionary<string, JsonElement> Policies, Row[] Rows);

    internal sealed record Row(
        string Name, string Policy, string[] SecGpc, string[] Dnt, string? Region, Dictionary<string, RowAnswer> Choice,
        Dictionary<string, string> Expect, string Prompt, string Regime, bool Unreadable = false)
    {
        public PrivacySignals Signals
        {
            get
            {
                PrivacySignals signals = default;
                foreach (string line in SecGpc)
                {
                    signals = signals.Or(new(PrivacySignals.IsGpcOn(line), null));
                }

                foreach (string line in Dnt)
                {
                    signals = signals.Or(new(false, PrivacySignals.ReadDnt(line)));
                }

                return signals;
            }
        }

        public ConsentChoice BuildChoice(ConsentPolicy policy)
        {
            if (Unreadable)
            {
                return ChoiceCookie.Parse("not a choice", policy);
            }

            ConsentChoice choice = default;
            foreach ((string id, RowAnswer answer) in Choice)
            {
                Category category = policy.GetCategory(id);
                choice.Set(category.Index, new()
                {
                    Answer = answer.Answer == "granted" ? Answer.Granted : Answer.Refused,
                    At = (uint)(File.Now.ToUnixTimeSeconds() - answer.Age),
                    MaterialHash = answer.Stale ? category.MaterialHash ^ 1 : category.MaterialHash,
                    OverridesGpc = answer.OverridesGpc,
                    OverridesDnt = answer.OverridesDnt,
                });
            }

            choice.IsPresent = Choice.Count > 0;
            return choice;
        }
    }

    internal sealed record RowAnswer(string Answer, long Age, bool Stale = false, bool OverridesGpc = false, bool OverridesDnt = false);
}
