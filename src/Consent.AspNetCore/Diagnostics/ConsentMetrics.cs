using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Consent.AspNetCore;

/// <summary>The meter <c>Consent</c>: answers given, and what the gates held back.</summary>
internal sealed class ConsentMetrics
{
    public const string MeterName = "Consent";
    private readonly Counter<long> _choices;
    private readonly Counter<long> _held;
    private readonly Counter<long> _reports;

    public ConsentMetrics(IMeterFactory meters)
    {
        Meter meter = meters.Create(MeterName);
        _choices = meter.CreateCounter<long>("consent.choices", "{choice}", "Answers that visitors gave.");
        _reports = meter.CreateCounter<long>("consent.csp.reports", "{report}", "What browsers reported that the Content-Security-Policy blocked, or would have blocked.");
        _held = meter.CreateCounter<long>("consent.held", "{item}", "What was held back, or would have been if only reported.");
    }

    /// <summary>Whether anybody listens, so that a caller needn't make strings for nobody.</summary>
    public bool CountsHeld => _held.Enabled;

    public void Chosen(string answer) => _choices.Add(1, new KeyValuePair<string, object?>("answer", answer));

    public void CspReported(string host, string category, string directive, bool enforced)
    {
        TagList tags = new() { { "host", host }, { "category", category }, { "directive", directive }, { "enforced", enforced } };
        _reports.Add(1, tags);
    }

    public void Held(string gate, string name, string? category, string reason, bool reported)
    {
        if (_held.Enabled)
        {
            TagList tags = new()
            {
                { "gate", gate }, { "category", category }, { "reason", reason }, { "name", name }, { "enforced", !reported },
            };
            _held.Add(1, tags);
        }
    }
}
