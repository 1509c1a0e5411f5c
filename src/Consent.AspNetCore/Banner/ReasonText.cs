namespace Consent.AspNetCore;

/// <summary>Says in words why a category is on or off.</summary>
internal static class ReasonText
{
    /// <summary>The reason, in a sentence.</summary>
    /// <param name="model">What is shown.</param>
    /// <param name="category">The category.</param>
    public static string For(in BannerModel model, Category category)
    {
        ConsentTexts texts = model.Texts;
        CategoryChoice answer = model.Choice[category.Index];
        string text = model.Decision.ReasonFor(category) switch
        {
            Reason.Required => texts.ReasonRequired,
            Reason.Refused => texts.ReasonRefused,
            Reason.Gpc => ConsentTexts.Fill(texts.ReasonSignal, "signal", texts.Gpc),
            Reason.Dnt => ConsentTexts.Fill(texts.ReasonSignal, "signal", texts.Dnt),
            Reason.Granted when OverriddenSignal(model, category) is { } signal => ConsentTexts.Fill(texts.ReasonOverride, "signal", signal),
            Reason.Granted => texts.ReasonGranted,
            Reason.OptOutRegime or Reason.Notice => texts.ReasonOptOut,
            _ when model.Choice.IsUnreadable => texts.ReasonUnreadable,
            _ when answer.Answer != Answer.Granted => texts.ReasonNotAsked,
            _ => answer.MaterialHash == category.MaterialHash ? texts.ReasonRanOut : texts.ReasonChanged,
        };
        return ConsentTexts.Fill(text, "date", texts.DateOf(answer.At));
    }

    /// <summary>The name of the signal that denies a category, or <see langword="null"/>.</summary>
    /// <param name="model">What is shown.</param>
    /// <param name="category">The category.</param>
    public static string? DenyingSignal(in BannerModel model, Category category) => model.Decision.ReasonFor(category) switch
    {
        Reason.Gpc => model.Texts.Gpc,
        Reason.Dnt => model.Texts.Dnt,
        _ => null,
    };

    /// <summary>Whether a visitor may turn on what a signal turned off.</summary>
    /// <param name="model">What is shown.</param>
    /// <param name="category">The category.</param>
    public static bool IsOverridable(in BannerModel model, Category category)
    {
        ConsentPolicy policy = model.Policy;
        PrivacySignals signals = model.Decision.Signals;
        bool gpc = signals.Gpc && (policy.Gpc.Denies.Contains(category.Index) || model.Decision.ReasonFor(category) == Reason.Gpc);
        bool dnt = signals.Dnt is true && policy.Dnt.Denies.Contains(category.Index);
        return (!gpc || policy.Gpc.Overridable) && (!dnt || policy.Dnt.Overridable);
    }

    private static string? OverriddenSignal(in BannerModel model, Category category)
    {
        CategoryChoice answer = model.Choice[category.Index];
        PrivacySignals signals = model.Decision.Signals;
        return answer.OverridesGpc && signals.Gpc ? model.Texts.Gpc
            : answer.OverridesDnt && signals.Dnt is true ? model.Texts.Dnt
            : null;
    }
}
