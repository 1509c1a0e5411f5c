using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Http;

namespace Consent.Benchmarks.Cookies;

/// <summary>Finding and reading the choice cookie among 40 cookies, beside ASP.NET Core's parse of them all.</summary>
[MemoryDiagnoser]
public class ChoiceCookieBenchmarks
{
    private readonly DefaultHttpContext _context = new();
    private readonly ConsentPolicy _policy = ConsentPolicy.Default;
    private string _header = "";
    private int _turn;

    /// <summary>Where the choice cookie stands.</summary>
    [Params(0, 20, 39, -1)]
    public int Place { get; set; }

    /// <summary>Makes the header.</summary>
    [GlobalSetup]
    public void Setup()
    {
        string choice = ChoiceCookie.Format(new ConsentChoice().GrantAll(_policy, DateTimeOffset.UtcNow), _policy);
        _header = string.Join("; ", Enumerable.Range(0, 40).Select(i =>
            i == Place ? $"__Host-privacy={choice}" : $"cookie_number_{i}=value-of-some-length-{i * 7919}"));
    }

    /// <summary>Request.Cookies of a request that nobody has read cookies of.</summary>
    [Benchmark(Baseline = true)]
    public string? RequestCookies()
    {
        // A different string each time, as it is with real requests: the feature keeps what it parsed of the same.
        _context.Request.Headers.Cookie = new[] { _header, (_turn++ & 1) == 0 ? "a=b" : "a=c" };
        return _context.Request.Cookies["__Host-privacy"];
    }

    /// <summary>The choice, read from the raw header.</summary>
    [Benchmark]
    public bool Choice()
    {
        ConsentChoice choice = default;
        ChoiceCookie.ReadHeader(_header, "__Host-privacy", _policy, ref choice);
        return choice.IsPresent;
    }
}
