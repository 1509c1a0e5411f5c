using BenchmarkDotNet.Attributes;
using Consent.Benchmarks.Decision;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Consent.Benchmarks.Cookies;

/// <summary>
/// What a response with cookies pays to pass the gate. The gate is <see cref="Consent"/> less <see cref="Nothing"/>, less what
/// the same request pays for its decision alone: <see cref="NoCookies"/>, less the pipeline's own few nanoseconds.
/// UseCookiePolicy drops a refused cookie before its header is made, so its refused responses may cost less than nothing.
/// </summary>
[MemoryDiagnoser]
public class SetCookieGateBenchmarks
{
    private static readonly string[] s_names = ["_ga", "basket", ".AspNetCore.Session", "_fbp", "theme"];
    private static readonly Task s_refused = Task.CompletedTask;
    private BenchmarkPipeline _nothing = null!;
    private BenchmarkPipeline _cookiePolicy = null!;
    private BenchmarkPipeline _consent = null!;
    private BenchmarkPipeline _noCookies = null!;

    /// <summary>How many cookies the response sets.</summary>
    [Params(1, 5)]
    public int Cookies { get; set; }

    /// <summary>What the visitor said.</summary>
    [Params("granted", "refused")]
    public string Choice { get; set; } = "";

    /// <summary>Builds the pipelines.</summary>
    [GlobalSetup]
    public void Setup()
    {
        ConsentPolicy policy = ConsentPolicy.Default;
        bool granted = Choice == "granted";
        ConsentChoice choice = granted
            ? new ConsentChoice().GrantAll(policy, DateTimeOffset.UtcNow)
            : ConsentChoice.RefuseAll(policy, DateTimeOffset.UtcNow);
        string own = $"__Host-privacy={ChoiceCookie.Format(choice, policy)}; basket=42; theme=dark";
        string theirs = (granted ? ".AspNet.Consent=yes; " : "") + "basket=42; theme=dark";
        int cookies = Cookies;
        RequestDelegate sets = c =>
        {
            IResponseCookies target = c.Response.Cookies;
            for (int i = 0; i < cookies; i++)
            {
                target.Append(s_names[i], "value");
            }

            return Task.CompletedTask;
        };
        _nothing = new(static _ => { }, static _ => { }, sets, own);
        _cookiePolicy = new(
            static s => s.AddCookiePolicy(static o => o.CheckConsentNeeded = static _ => true), static a => a.UseCookiePolicy(), sets, theirs);
        _consent = new(static s => s.AddConsent(), static _ => { }, sets, own);
        _noCookies = new(static s => s.AddConsent(), static _ => { }, static c => c.GetConsent().AllowsAll ? Task.CompletedTask : s_refused, own);
    }

    /// <summary>The cookies are set, and nothing stands in their way.</summary>
    [Benchmark(Baseline = true)]
    public int Nothing() => _nothing.Run();

    /// <summary>UseCookiePolicy.</summary>
    [Benchmark]
    public int CookiePolicy() => _cookiePolicy.Run();

    /// <summary>AddConsent, the decision, and no cookie for the gate to see.</summary>
    [Benchmark]
    public int NoCookies() => _noCookies.Run();

    /// <summary>AddConsent.</summary>
    [Benchmark]
    public int Consent() => _consent.Run();
}
