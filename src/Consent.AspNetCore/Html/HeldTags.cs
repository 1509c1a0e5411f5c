namespace Consent.AspNetCore;

/// <summary>How many tags of each category stayed closed in one response.</summary>
internal sealed class HeldTags
{
    private readonly int[] _counts = new int[32];
    private ConsentFeature? _feature;

    /// <summary>Counts for this response, if anybody listens.</summary>
    public void Start(ConsentFeature feature) => _feature = feature.Runtime.Metrics.CountsHeld ? feature : null;

    public void Add(Category category)
    {
        if (_feature is not null)
        {
            _counts[category.Index]++;
        }
    }

    /// <summary>Tells the meter, and forgets.</summary>
    public void Tell()
    {
        if (_feature is not { } feature)
        {
            return;
        }

        foreach (Category category in feature.Policy.Categories)
        {
            string reason = feature.Decided.ReasonFor(category).ToString();
            for (; _counts[category.Index] > 0; _counts[category.Index]--)
            {
                feature.Runtime.Metrics.Held("html", "tag", category.Id, reason, reported: false);
            }
        }
    }

    public void Clear()
    {
        _feature = null;
        Array.Clear(_counts);
    }
}
