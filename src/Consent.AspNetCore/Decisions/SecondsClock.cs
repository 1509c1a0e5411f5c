namespace Consent.AspNetCore;

/// <summary>
/// The time in seconds, as answers are dated. The system's clock is read ten times a second at most: to read it costs as much
/// as to find a recent decision.
/// </summary>
/// <param name="time">Whose time it is. Any but the system's is read each time.</param>
internal sealed class SecondsClock(TimeProvider time)
{
    private const uint FreshMilliseconds = 100;
    private readonly bool _isSystem = ReferenceEquals(time, TimeProvider.System);

    // Seconds above, the tick count's low 32 bits below: one word, so that no reader sees half of two readings.
    private long _reading;

    public uint Now()
    {
        if (!_isSystem)
        {
            return ConsentChoice.Seconds(time.GetUtcNow());
        }

        uint tick = (uint)Environment.TickCount64;
        long reading = Volatile.Read(ref _reading);
        if (reading != 0 && tick - (uint)reading < FreshMilliseconds)
        {
            return (uint)(reading >> 32);
        }

        uint seconds = ConsentChoice.Seconds(time.GetUtcNow());
        Volatile.Write(ref _reading, ((long)seconds << 32) | tick);
        return seconds;
    }
}
