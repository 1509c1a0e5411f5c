using System.Text.Json;
using System.Text.Json.Serialization;

namespace Consent;

[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    Converters =
    [
        typeof(WordConverter<BannerPosition>), typeof(WordConverter<CspMode>), typeof(WordConverter<DeniesWord>),
        typeof(WordConverter<EnforcementMode>), typeof(WordConverter<Regime>), typeof(WordConverter<UndeclaredRule>),
    ])]
[JsonSerializable(typeof(PolicyFile))]
[JsonSerializable(typeof(ServiceFile[]))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(DeniesWord))]
[JsonSerializable(typeof(Dictionary<string, Regime>))]
internal sealed partial class PolicyFileContext : JsonSerializerContext;
