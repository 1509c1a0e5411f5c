using System.Collections.Immutable;

namespace Consent;

/// <summary>A <c>consent.json</c> is wrong. The message lists everything that is, a line each.</summary>
public sealed class ConsentPolicyException : Exception
{
    internal ConsentPolicyException(ImmutableArray<ConsentPolicyError> errors)
        : base(string.Join('\n', errors)) => Errors = errors;

    /// <summary>Everything that is wrong, in the order of the file; at least one.</summary>
    public ImmutableArray<ConsentPolicyError> Errors { get; }
}
