using System.Text.Json;

namespace Consent;

/// <summary>The words of an enum, as <c>consent.json</c> spells them.</summary>
internal static class Words
{
    private static readonly Dictionary<Type, string[]> s_byType = new()
    {
        [typeof(BannerPosition)] = Of<BannerPosition>(),
        [typeof(CspMode)] = Of<CspMode>(),
        [typeof(DeniesWord)] = Of<DeniesWord>(),
        [typeof(EnforcementMode)] = Of<EnforcementMode>(),
        [typeof(Regime)] = Of<Regime>(),
        [typeof(UndeclaredRule)] = Of<UndeclaredRule>(),
    };

    public static string[] Of<T>()
        where T : struct, Enum =>
        [.. Enum.GetNames<T>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName)];

    public static string[] Of(Type type) => s_byType[type];
}
