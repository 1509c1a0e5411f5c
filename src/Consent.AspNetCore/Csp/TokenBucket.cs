namespace Consent.AspNetCore;

/// <summary>Lets through so many a second, and a burst at once: one bucket for everybody, so that nothing is known of anybody.</summary>
internal sealed class TokenBucket(int capacity, double perSecond, TimeProvider time)
{
    private readonly Lock _lock = new();
    private double _tokens = capacity;
    private long _filled = time.GetTimestamp();

    /// <summary>Takes a token, if one is left.</summary>
    public bool TryTake()
    {
        lock (_lock)
        {
            long now = time.GetTimestamp();
            _tokens = Math.Min(capacity, _tokens + (time.GetElapsedTime(_filled, now).TotalSeconds * perSecond));
            _filled = now;
            if (_tokens < 1)
            {
                return false;
            }

            _tokens--;
            return true;
        }
    }
}
