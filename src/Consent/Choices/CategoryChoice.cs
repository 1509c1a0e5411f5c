namespace Consent;

/// <summary>A visitor's answer about one category: what, when, and under which terms and signals.</summary>
public readonly record struct CategoryChoice
{
    /// <summary>What the visitor said.</summary>
    public Answer Answer { get; init; }

    /// <summary>Whether the grant was made against GPC: while it was on, on this category itself.</summary>
    public bool OverridesGpc { get; init; }

    /// <summary>Whether the grant was made against DNT: while it was on, on this category itself.</summary>
    public bool OverridesDnt { get; init; }

    /// <summary>When, in whole seconds since 1970-01-01 UTC.</summary>
    public uint At { get; init; }

    /// <summary>The category's <see cref="Category.MaterialHash"/> when the visitor answered.</summary>
    public uint MaterialHash { get; init; }

    /// <summary>
    /// The more private of two answers, for a visitor whose browser sends two choice cookies: a refusal beats
    /// everything, no answer beats a grant, and of two grants the older one holds, without an override that the other lacks.
    /// </summary>
    /// <param name="first">One answer.</param>
    /// <param name="second">The other answer.</param>
    internal static CategoryChoice MorePrivate(in CategoryChoice first, in CategoryChoice second)
    {
        if (first.Answer == Answer.Refused || second.Answer == Answer.Refused)
        {
            bool firstHolds = first.Answer == Answer.Refused && (second.Answer != Answer.Refused || first.At >= second.At);
            return firstHolds ? first : second;
        }

        if (first.Answer == Answer.None || second.Answer == Answer.None)
        {
            return default;
        }

        CategoryChoice older = first.At <= second.At ? first : second;
        return first.MaterialHash != second.MaterialHash
            ? default
            : older with
            {
                OverridesGpc = first.OverridesGpc && second.OverridesGpc,
                OverridesDnt = first.OverridesDnt && second.OverridesDnt,
            };
    }
}
