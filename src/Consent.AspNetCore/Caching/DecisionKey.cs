using System.Globalization;

namespace Consent.AspNetCore;

/// <summary>A decision as a short text. Two decisions by which a page could differ have different ones.</summary>
internal static class DecisionKey
{
    /// <summary>
    /// The policy's hash, then a digit for the reason of each category, which says whether it is allowed, then one each for
    /// prompt, regime, GPC, DNT and whether the load is speculative, then the region. What a browser sends can't make more
    /// keys than there are decisions.
    /// </summary>
    public static string Of(ConsentFeature feature)
    {
        ref readonly ConsentDecision decision = ref feature.Decided;
        ConsentPolicy policy = decision.Policy;
        Span<char> digits = stackalloc char[policy.Categories.Length + 5];
        int at = 0;
        foreach (Category category in policy.Categories)
        {
            digits[at++] = Digit((int)decision.ReasonFor(category));
        }

        digits[at++] = Digit((int)decision.Prompt);
        digits[at++] = Digit((int)decision.Regime);
        digits[at++] = Digit(decision.Signals.Gpc ? 1 : 0);
        digits[at++] = Digit(decision.Signals.Dnt switch { null => 0, false => 1, true => 2 });
        digits[at] = Digit(feature.IsSpeculative ? 1 : 0);
        return string.Create(CultureInfo.InvariantCulture, $"{policy.Hash}.{digits}.{decision.Region}");
    }

    private static char Digit(int value) => (char)('0' + value);
}
