namespace Consent.AspNetCore;

/// <summary>The decision of a request, and the ways to change it within the request.</summary>
/// <remarks>
/// Found in <c>HttpContext.Features</c> from the first middleware on. Like the request it belongs to, it is not safe for use
/// from several threads, and it ends with the request: to take the decision elsewhere, copy <see cref="Decision"/>.
/// </remarks>
public interface IConsentFeature
{
    /// <summary>The policy that this request is decided by, even if a new one is loaded meanwhile.</summary>
    ConsentPolicy Policy { get; }

    /// <summary>
    /// The decision. It is made when it is first asked for, from the request's signals, choice cookie and region, and stays
    /// the same until an answer is given.
    /// </summary>
    ConsentDecision Decision { get; }

    /// <summary>What the visitor said: as the choice cookie has it, or as answered within this request.</summary>
    ConsentChoice Choice { get; }

    /// <summary>Whether the page is prefetched or prerendered. Nobody has seen it: set and record nothing optional.</summary>
    bool IsSpeculative { get; }

    /// <summary>Whether the page marks the banner's place itself, so that the gate places no other.</summary>
    bool PagePlacesBanner { get; set; }

    /// <summary>Grants every optional category. A signal that denies one is not overridden by this.</summary>
    void GrantAll();

    /// <summary>Refuses every optional category; this is also how to withdraw.</summary>
    void RefuseAll();

    /// <summary>
    /// Takes the visitor's answer about one category. A yes while a signal is on is an informed override of it: call this only
    /// where the visitor was shown that the two conflict.
    /// </summary>
    /// <param name="category">The category's id; one that is required stays as it is.</param>
    /// <param name="granted">Whether the visitor said yes.</param>
    /// <exception cref="ArgumentException">The policy has no such category; the message names those it has.</exception>
    void Answer(string category, bool granted);
}
