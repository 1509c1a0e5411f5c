using System.Diagnostics.Metrics;

namespace Shop.Trackers;

/// <summary>What was held back, as the library's own meter tells it: any metrics back end sees the same.</summary>
public sealed class HeldTally : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Held, long> _counts = [];
    private readonly MeterListener _listener = new();

    public HeldTally(IMeterFactory factory)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument is { Name: "consent.held", Meter.Name: "Consent" } && instrument.Meter.Scope == factory)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, count, tags, _) => Add(tags, count));
        _listener.SetMeasurementEventCallback<int>((_, count, tags, _) => Add(tags, count));
        _listener.Start();
    }

    public IReadOnlyList<HeldCount> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _counts.Select(c => new HeldCount(c.Key.Gate, c.Key.Category, c.Key.Reason, c.Key.Name, c.Value))];
            }
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _counts.Clear();
        }
    }

    public void Dispose() => _listener.Dispose();

    private void Add(ReadOnlySpan<KeyValuePair<string, object?>> tags, long count)
    {
        Held held = default;
        foreach ((string key, object? value) in tags)
        {
            string text = value?.ToString() ?? "";
            held = key switch
            {
                "gate" => held with { Gate = text },
                "category" => held with { Category = text },
                "reason" => held with { Reason = text },
                "name" => held with { Name = text },
                _ => held,
            };
        }

        lock (_lock)
        {
            _counts[held] = _counts.GetValueOrDefault(held) + count;
        }
    }

    private readonly record struct Held(string? Gate, string? Category, string? Reason, string? Name);
}
