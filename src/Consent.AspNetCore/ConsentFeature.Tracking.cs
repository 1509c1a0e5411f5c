using Microsoft.AspNetCore.Http.Features;

namespace Consent.AspNetCore;

// ASP.NET Core's own interface, which templates, TempData and session read. It knows one yes or no for everything, so
// it is mapped to the whole: tracking is allowed when every optional category is.
internal sealed partial class ConsentFeature : ITrackingConsentFeature
{
    bool ITrackingConsentFeature.IsConsentNeeded => Decided.Regime == Regime.OptIn && !Policy.Optional.IsEmpty;

    bool ITrackingConsentFeature.HasConsent => HasConsent;

    bool ITrackingConsentFeature.CanTrack => Decided.AllowsAll;

    private bool HasConsent => Decided.AllowsAll && HasGrant();

    void ITrackingConsentFeature.GrantConsent()
    {
        if (!HasConsent)
        {
            GrantAll();
        }
    }

    void ITrackingConsentFeature.WithdrawConsent()
    {
        // Where nothing is allowed and nothing was granted there is nothing to take back.
        if ((Decided.Allowed.Bits & Policy.Optional.Bits) != 0 || HasGrant())
        {
            Choose(ConsentChoice.RefuseAll(Policy, Now()), "withdraw");
        }
    }

    string ITrackingConsentFeature.CreateConsentCookie() =>
        InForce.SetCookie(Choice.GrantAll(Policy, Now()), _context.Request.IsHttps);

    private bool HasGrant()
    {
        ConsentChoice choice = Choice;
        foreach (Category category in Policy.Categories)
        {
            if (choice[category.Index].Answer == Consent.Answer.Granted)
            {
                return true;
            }
        }

        return false;
    }
}
