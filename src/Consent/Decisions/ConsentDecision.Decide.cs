namespace Consent;

public readonly partial struct ConsentDecision
{
    /// <summary>
    /// Decides. The only place in the library that does: a pure function of its arguments, without a clock, without
    /// allocation, safe on any thread.
    /// </summary>
    /// <param name="policy">The site's policy.</param>
    /// <param name="signals">What the browser signals.</param>
    /// <param name="choice">What the visitor said.</param>
    /// <param name="region">The visitor's region, such as <c>DE</c> or <c>US-CA</c>; <see langword="null"/> if not known.</param>
    /// <param name="now">The time of the request.</param>
    public static ConsentDecision Decide(
        ConsentPolicy policy, PrivacySignals signals, in ConsentChoice choice, string? region, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(policy);
        RegionRule rule = policy.Regions.Find(region);
        uint seconds = ConsentChoice.Seconds(now);
        uint gpcDenies = signals.Gpc ? GpcDenies(policy, rule).Bits : 0;
        uint dntDenies = signals.Dnt is true ? policy.Dnt.Denies.Bits : 0;

        CategorySet allowed = policy.Required;
        ulong low = 0;
        ulong high = 0;
        ChoiceSettings settings = policy.Choice;
        Regime strictest = Regime.Notice;
        bool ask = false;
        foreach (Category category in policy.Categories)
        {
            int index = category.Index;
            Reason reason;
            if (category.Required)
            {
                reason = Reason.Required;
            }
            else
            {
                Regime regime = rule[index];
                strictest = regime < strictest ? regime : strictest;
                ref readonly CategoryChoice entry = ref ConsentChoice.At(choice, index);
                bool stands = ConsentChoice.Stands(entry, category, settings, seconds);
                bool gpc = (gpcDenies & (1u << index)) != 0 && !(stands && entry.OverridesGpc && policy.Gpc.Overridable);
                bool dnt = (dntDenies & (1u << index)) != 0 && !(stands && entry.OverridesDnt && policy.Dnt.Overridable);
                reason = gpc ? Reason.Gpc
                    : dnt ? Reason.Dnt
                    : entry.Answer == Answer.Refused ? Reason.Refused
                    : stands ? Reason.Granted
                    : choice.IsUnreadable ? Reason.NotAsked
                    : regime switch { Regime.OptOut => Reason.OptOutRegime, Regime.Notice => Reason.Notice, _ => Reason.NotAsked };
                ask |= reason == Reason.NotAsked
                    || (reason == Reason.Refused && seconds >= (ulong)entry.At + settings.AskAgainSeconds(regime));
                allowed = reason >= Reason.Required ? allowed.With(index) : allowed;
            }

            ulong nibble = (ulong)reason << (index % 16 * 4);
            low |= index < 16 ? nibble : 0;
            high |= index < 16 ? 0 : nibble;
        }

        bool honored = !allowed.ContainsAll(new(gpcDenies | dntDenies));
        ConsentPrompt prompt = ask ? ConsentPrompt.Ask : honored ? ConsentPrompt.Honored : ConsentPrompt.None;
        return new(policy, allowed, new UInt128(high, low), prompt, strictest, signals, rule == policy.Regions.Unknown ? null : region);
    }

    /// <summary>What GPC denies in this policy and region, or would if it were on.</summary>
    internal CategorySet DeniedByGpc => GpcDenies(Policy, Policy.Regions.Find(Region));

    // Where the law requires the signal, a policy can't turn it off.
    private static CategorySet GpcDenies(ConsentPolicy policy, RegionRule rule) =>
        rule.GpcRequired ? policy.Gpc.Denies.Union(policy.Sale) : policy.Gpc.Denies;
}
