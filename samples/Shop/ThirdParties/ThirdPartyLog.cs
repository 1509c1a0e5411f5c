namespace Shop.ThirdParties;

/// <summary>All that reached the third parties since the shop was opened, or since the log was cleared.</summary>
public sealed class ThirdPartyLog
{
    private const int Kept = 1000;

    private readonly Lock _lock = new();
    private readonly Queue<ThirdPartyRequest> _requests = new();
    private int _last;

    /// <summary>Raised for each request, in the order of arrival.</summary>
    public event Action<ThirdPartyRequest>? Arrived;

    public void Add(HttpContext context)
    {
        HttpRequest request = context.Request;
        lock (_lock)
        {
            ThirdPartyRequest entry = new(
                ++_last,
                DateTimeOffset.UtcNow,
                request.Host.Host,
                request.Method,
                request.Path + request.QueryString,
                request.Headers.Referer.FirstOrDefault(),
                [.. request.Cookies.Keys],
                request.Headers["Sec-GPC"].FirstOrDefault(),
                request.Headers["DNT"].FirstOrDefault());
            _requests.Enqueue(entry);
            if (_requests.Count > Kept)
            {
                _requests.Dequeue();
            }

            Arrived?.Invoke(entry);
        }
    }

    public IReadOnlyList<ThirdPartyRequest> After(int number)
    {
        lock (_lock)
        {
            return [.. _requests.Where(r => r.Number > number)];
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _requests.Clear();
        }
    }
}
