using System.Runtime.CompilerServices;

namespace Consent.AspNetCore;

/// <summary>
/// The decisions of visitors who are here right now: a page and all that it loads come with the same choice cookie, so the
/// same decision is needed again within seconds. It is found again by all that went into it, and only until time alone would
/// change it. Bounded, and made of nothing but the choice cookie: no other cookie and no address is kept.
/// </summary>
/// <remarks>Safe for use from several threads: an entry is immutable, and a lost one is decided anew.</remarks>
internal sealed class RecentDecisions
{
    private const int Slots = 256;
    private readonly Entry?[] _entries = new Entry?[Slots];
    private readonly int[] _seenOnce = new int[Slots];

    /// <summary>Finds a decision.</summary>
    /// <param name="cookie">The choice cookie's value.</param>
    /// <param name="signals">What the browser signals.</param>
    /// <param name="region">The region as it was resolved.</param>
    /// <param name="now">The time, in seconds since 1970.</param>
    public StrongBox<ConsentDecision>? Find(ReadOnlySpan<char> cookie, PrivacySignals signals, string? region, uint now)
    {
        Entry? entry = _entries[SlotOf(cookie)];
        return entry is not null && cookie.SequenceEqual(entry.Cookie) && entry.Signals == signals
            && string.Equals(entry.Region, region, StringComparison.Ordinal) && now >= entry.From && now < entry.Until
            ? entry.Decision
            : null;
    }

    /// <summary>Keeps a decision, if its cookie came a second time: a visitor who comes once costs no memory.</summary>
    /// <param name="cookie">The choice cookie's value.</param>
    /// <param name="decision">What was decided.</param>
    /// <param name="region">The region as it was resolved.</param>
    /// <param name="from">When it was decided, in seconds since 1970.</param>
    /// <param name="until">The first second at which the same input may give another decision.</param>
    public void Keep(ReadOnlySpan<char> cookie, in ConsentDecision decision, string? region, uint from, uint until)
    {
        int slot = SlotOf(cookie);
        int mark = string.GetHashCode(cookie);
        if (_seenOnce[slot] == mark)
        {
            _entries[slot] = new(cookie.ToString(), decision.Signals, region, from, until, new(decision));
        }
        else
        {
            _seenOnce[slot] = mark;
        }
    }

    // The value ends in its checksum, which spreads well.
    private static int SlotOf(ReadOnlySpan<char> cookie) =>
        cookie.Length < 2 ? 0 : ((cookie[^1] * 37) + cookie[^2]) & (Slots - 1);

    private sealed record Entry(
        string Cookie, PrivacySignals Signals, string? Region, uint From, uint Until, StrongBox<ConsentDecision> Decision);
}
