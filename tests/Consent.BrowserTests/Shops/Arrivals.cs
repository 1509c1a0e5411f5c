using Shop.ThirdParties;

namespace Consent.BrowserTests.Shops;

/// <summary>What reached the third parties: the truth that the tests go by.</summary>
public sealed class Arrivals
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly List<ThirdPartyRequest> _all = [];
    private readonly List<(Func<ThirdPartyRequest[], bool> Condition, TaskCompletionSource Met)> _waiting = [];

    public Arrivals(ThirdPartyLog log) => log.Arrived += Add;

    /// <summary>All requests but the fences, in the order of arrival.</summary>
    public ThirdPartyRequest[] All
    {
        get
        {
            lock (_lock)
            {
                return [.. _all.Where(r => r.Host != Visitor.FenceHost)];
            }
        }
    }

    /// <summary>All requests as "host method path", without <c>.localhost</c> and query, sorted.</summary>
    public string[] Told => [.. All.Select(Tell).Order(StringComparer.Ordinal)];

    public static string Tell(ThirdPartyRequest request) =>
        $"{request.Host.Replace(".localhost", "", StringComparison.Ordinal)} {request.Method} {request.Path.Split('?')[0]}";

    public void Forget()
    {
        lock (_lock)
        {
            _all.Clear();
        }
    }

    /// <summary>Waits until all of these have arrived, each as often as it is named.</summary>
    public Task WaitForAsync(params IEnumerable<string> told)
    {
        string[] wanted = [.. told];
        return WaitUntilAsync(
            all => wanted.CountBy(w => w).All(w => all.Count(r => Tell(r) == w.Key) >= w.Value), string.Join(", ", wanted));
    }

    public async Task<ThirdPartyRequest> WaitForAsync(Func<ThirdPartyRequest, bool> fits, string what)
    {
        await WaitUntilAsync(all => all.Any(fits), what);
        lock (_lock)
        {
            return _all.First(fits);
        }
    }

    private async Task WaitUntilAsync(Func<ThirdPartyRequest[], bool> condition, string what)
    {
        TaskCompletionSource met = new(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (condition([.. _all]))
            {
                return;
            }

            _waiting.Add((condition, met));
        }

        try
        {
            await met.Task.WaitAsync(s_patience, TestContext.Current.CancellationToken);
        }
        catch (TimeoutException)
        {
            Assert.Fail($"Waited for {what}; what arrived: {string.Join(", ", Told)}");
        }
    }

    private void Add(ThirdPartyRequest request)
    {
        lock (_lock)
        {
            _all.Add(request);
            ThirdPartyRequest[] all = [.. _all];
            foreach ((Func<ThirdPartyRequest[], bool> condition, TaskCompletionSource met) in _waiting)
            {
                if (condition(all))
                {
                    met.TrySetResult();
                }
            }
        }
    }
}
