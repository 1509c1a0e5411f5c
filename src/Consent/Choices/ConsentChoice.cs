using System.Runtime.CompilerServices;

namespace Consent;

/// <summary>What the visitor said, category by category, when, and under which policy and signals.</summary>
/// <remarks>
/// A value without references: nothing is allocated to read one from a cookie. It is as large as its 32 places;
/// hand it on by reference.
/// </remarks>
public struct ConsentChoice
{
    private Entries _entries;

    /// <summary>Whether the visitor's browser sent a choice cookie at all.</summary>
    public bool IsPresent { get; internal set; }

    /// <summary>
    /// Whether a choice cookie came that can't be read. What it said is not known, so nothing optional is allowed.
    /// </summary>
    public bool IsUnreadable { get; internal set; }

    /// <summary>The answer about the category at <paramref name="category"/>, 0 to 31.</summary>
    /// <param name="category">The category's index in the policy.</param>
    public readonly CategoryChoice this[int category] => _entries[category];

    /// <summary>Refuses every optional category; this is also what a withdrawal does.</summary>
    /// <param name="policy">The site's policy.</param>
    /// <param name="now">The time of the answer.</param>
    public static ConsentChoice RefuseAll(ConsentPolicy policy, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ConsentChoice choice = new() { IsPresent = true };
        foreach (Category category in policy.Categories)
        {
            if (!category.Required)
            {
                choice._entries[category.Index] = new() { Answer = Answer.Refused, At = Seconds(now), MaterialHash = category.MaterialHash };
            }
        }

        return choice;
    }

    /// <summary>
    /// This choice, with every optional category granted. That is no act on a category, so it overrides no signal; an
    /// override given earlier is kept while its grant stands.
    /// </summary>
    /// <param name="policy">The site's policy.</param>
    /// <param name="now">The time of the answer.</param>
    public readonly ConsentChoice GrantAll(ConsentPolicy policy, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ConsentChoice choice = Readable(policy, now);
        foreach (Category category in policy.Categories)
        {
            if (category.Required)
            {
                continue;
            }

            CategoryChoice before = choice._entries[category.Index];
            bool stands = Stands(before, category, policy.Choice, Seconds(now));
            choice._entries[category.Index] = new()
            {
                Answer = Answer.Granted,
                OverridesGpc = stands && before.OverridesGpc,
                OverridesDnt = stands && before.OverridesDnt,
                At = Seconds(now),
                MaterialHash = category.MaterialHash,
            };
        }

        return choice;
    }

    /// <summary>
    /// This choice, with one optional category answered by an act on that category. A grant made while a signal is on
    /// is an informed override of it: the visitor was shown that the two conflict.
    /// </summary>
    /// <param name="policy">The site's policy.</param>
    /// <param name="category">The category; one that is required stays as it is.</param>
    /// <param name="granted">Whether the visitor said yes.</param>
    /// <param name="signals">The signals that came with the answer.</param>
    /// <param name="now">The time of the answer.</param>
    public readonly ConsentChoice With(ConsentPolicy policy, Category category, bool granted, PrivacySignals signals, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(category);
        ConsentChoice choice = Readable(policy, now);
        if (!category.Required)
        {
            choice._entries[category.Index] = new()
            {
                Answer = granted ? Answer.Granted : Answer.Refused,
                OverridesGpc = granted && signals.Gpc && policy.Gpc.Overridable,
                OverridesDnt = granted && signals.Dnt is true && policy.Dnt.Overridable,
                At = Seconds(now),
                MaterialHash = category.MaterialHash,
            };
        }

        return choice;
    }

    internal static bool Stands(in CategoryChoice entry, Category category, ChoiceSettings settings, uint now) =>
        entry.Answer == Answer.Granted
        && entry.MaterialHash == category.MaterialHash
        && entry.At <= (ulong)now + ClockSkewSeconds
        && (entry.At >= now || now - entry.At < settings.LifetimeSeconds);

    /// <summary>
    /// The first second after <paramref name="now"/> at which time alone may change a decision about this choice: a grant
    /// lapses or begins to be believed, or a visitor may be asked again.
    /// </summary>
    internal static uint NextChange(in ConsentChoice choice, ConsentPolicy policy, uint now)
    {
        ChoiceSettings settings = policy.Choice;
        ulong next = uint.MaxValue;
        foreach (Category category in policy.Categories)
        {
            ulong at = choice._entries[category.Index].At;
            foreach (ulong change in (ReadOnlySpan<ulong>)
                [
                    at < ClockSkewSeconds ? 0 : at - ClockSkewSeconds,
                    at + settings.LifetimeSeconds,
                    at + settings.AskAgainSeconds(Regime.OptIn),
                    at + settings.AskAgainSeconds(Regime.OptOut),
                ])
            {
                next = change > now && change < next ? change : next;
            }
        }

        return (uint)next;
    }

    internal static uint Seconds(DateTimeOffset time) => (uint)Math.Clamp(time.ToUnixTimeSeconds(), 0, uint.MaxValue);

    internal static ref readonly CategoryChoice At(in ConsentChoice choice, int category) => ref choice._entries[category];

    internal void Set(int category, in CategoryChoice entry) => _entries[category] = entry;

    /// <summary>Takes in a second choice cookie of the same request: the more private answer wins, category by category.</summary>
    internal void MergeMorePrivate(in ConsentChoice other)
    {
        IsPresent |= other.IsPresent;
        IsUnreadable |= other.IsUnreadable;
        for (int i = 0; i < CategorySet.Capacity; i++)
        {
            _entries[i] = CategoryChoice.MorePrivate(_entries[i], other._entries[i]);
        }
    }

    // Behind an unreadable cookie everything optional was off, perhaps because the visitor had refused it. What the
    // new answer doesn't name stays off.
    private readonly ConsentChoice Readable(ConsentPolicy policy, DateTimeOffset now) =>
        IsUnreadable ? RefuseAll(policy, now) : this with { IsPresent = true };

    // Servers of one farm may disagree a little about the time; a grant from further ahead is not believed.
    private const uint ClockSkewSeconds = 300;

    [InlineArray(CategorySet.Capacity)]
    private struct Entries
    {
        private CategoryChoice _first;
    }
}
