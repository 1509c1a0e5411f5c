using Consent;
using Consent.AspNetCore;

namespace Microsoft.AspNetCore.Http;

/// <summary>Asks for the decision of a request.</summary>
public static class ConsentHttpContextExtensions
{
    /// <summary>The decision of this request: what is allowed, and why.</summary>
    /// <param name="context">The request.</param>
    /// <exception cref="InvalidOperationException">AddConsent was not called.</exception>
    public static ConsentDecision GetConsent(this HttpContext context) => GetFeature(context).Decision;

    /// <summary>The policy that this request is decided by.</summary>
    /// <param name="context">The request.</param>
    /// <exception cref="InvalidOperationException">AddConsent was not called.</exception>
    public static ConsentPolicy GetConsentPolicy(this HttpContext context) => GetFeature(context).Policy;

    internal static ConsentFeature GetFeature(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Features.Get<IConsentFeature>() as ConsentFeature ?? throw new InvalidOperationException(
            "This request carries no consent decision. Add builder.Services.AddConsent(\"consent.json\") before the application is built.");
    }
}
