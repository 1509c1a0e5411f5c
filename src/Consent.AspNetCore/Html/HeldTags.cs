using Microsoft.Extensions.Logging;

namespace Consent.AspNetCore;

/// <summary>How many tags of each category stayed closed in one response, or would have if the policy were enforced.</summary>
internal sealed partial class HeldTags
{
    private readonly int[] _counts = new int[32];
    private ConsentFeature? _feature;

    /// <summary>Counts for this response, if anybody listens or the log is to tell.</summary>
    public void Start(ConsentFeature feature) =>
        _feature = feature.Runtime.Metrics.CountsHeld || IsReported(feature) ? feature : null;

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
            if (_counts[category.Index] > 0 && IsReported(feature) && feature.Runtime.LoggedOfTags.IsNew(category.Id))
            {
                Log.WouldBeHeld(feature.Runtime.HtmlLog, category.Id, reason);
            }

            for (; _counts[category.Index] > 0; _counts[category.Index]--)
            {
                feature.Runtime.Metrics.Held("html", "tag", category.Id, reason, IsReported(feature));
            }
        }
    }

    public void Clear()
    {
        _feature = null;
        Array.Clear(_counts);
    }

    private static bool IsReported(ConsentFeature feature) => feature.Policy.Enforcement == EnforcementMode.Report;

    private static partial class Log
    {
        [LoggerMessage(34, LogLevel.Information, "Tags of the category {Category} would stay closed if the policy were enforced ({Reason}). This is logged once a category.", EventName = "TagWouldBeHeld")]
        public static partial void WouldBeHeld(ILogger logger, string category, string reason);
    }
}
