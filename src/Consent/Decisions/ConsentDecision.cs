namespace Consent;

/// <summary>
/// For one request: each category allowed or denied, and why. Everything else that the library does is read off it.
/// </summary>
/// <remarks>
/// Immutable, and made without allocation by <see cref="Decide"/>. The default value, which belongs to no policy, allows
/// nothing.
/// </remarks>
public readonly partial struct ConsentDecision : IEquatable<ConsentDecision>
{
    private readonly ConsentPolicy? _policy;
    private readonly UInt128 _reasons; // 4 bits a category

    private ConsentDecision(
        ConsentPolicy policy, CategorySet allowed, UInt128 reasons, ConsentPrompt prompt, Regime regime, PrivacySignals signals, string? region)
    {
        _policy = policy;
        _reasons = reasons;
        Allowed = allowed;
        Prompt = prompt;
        Regime = regime;
        Signals = signals;
        Region = region;
    }

    /// <summary>The policy that was decided by.</summary>
    /// <exception cref="InvalidOperationException">This is the default value, not a decision.</exception>
    public ConsentPolicy Policy => _policy ?? throw new InvalidOperationException(
        "This ConsentDecision is default(ConsentDecision): nothing was decided. Get one from HttpContext.GetConsent() or ConsentDecision.Decide.");

    /// <summary>The categories that are allowed.</summary>
    public CategorySet Allowed { get; }

    /// <summary>Whether the visitor is to be asked.</summary>
    public ConsentPrompt Prompt { get; }

    /// <summary>The most private regime among the optional categories.</summary>
    public Regime Regime { get; }

    /// <summary>The signals that were decided by.</summary>
    public PrivacySignals Signals { get; }

    /// <summary>The region that was decided by, or <see langword="null"/> if it isn't known.</summary>
    public string? Region { get; }

    /// <summary>Whether every optional category is allowed.</summary>
    public bool AllowsAll => _policy is not null && Allowed.ContainsAll(_policy.Optional);

    /// <summary>Whether a category is allowed.</summary>
    /// <param name="category">The category's id, such as <c>analytics</c>.</param>
    /// <exception cref="ArgumentException">The policy has no such category; the message names those it has.</exception>
    public bool Allows(string category) => Allowed.Contains(Policy.GetCategory(category).Index);

    /// <summary>Whether a category is allowed.</summary>
    /// <param name="category">A category of <see cref="Policy"/>.</param>
    public bool Allows(Category category)
    {
        ArgumentNullException.ThrowIfNull(category);
        return Allowed.Contains(category.Index);
    }

    /// <summary>Why a category is allowed or denied.</summary>
    /// <param name="category">The category's id, such as <c>analytics</c>.</param>
    /// <exception cref="ArgumentException">The policy has no such category; the message names those it has.</exception>
    public Reason ReasonFor(string category) => ReasonFor(Policy.GetCategory(category));

    /// <summary>Why a category is allowed or denied.</summary>
    /// <param name="category">A category of <see cref="Policy"/>.</param>
    public Reason ReasonFor(Category category)
    {
        ArgumentNullException.ThrowIfNull(category);
        return (Reason)(byte)((_reasons >> (category.Index * 4)) & 0xF);
    }

    /// <inheritdoc/>
    public bool Equals(ConsentDecision other) =>
        ReferenceEquals(_policy, other._policy) && _reasons == other._reasons && Prompt == other.Prompt
        && Allowed == other.Allowed && Regime == other.Regime && Signals == other.Signals && Region == other.Region;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ConsentDecision other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_policy, _reasons, Prompt, Signals, Region);

    /// <summary>Whether two decisions are the same.</summary>
    /// <param name="left">One decision.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(ConsentDecision left, ConsentDecision right) => left.Equals(right);

    /// <summary>Whether two decisions differ.</summary>
    /// <param name="left">One decision.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(ConsentDecision left, ConsentDecision right) => !left.Equals(right);
}
