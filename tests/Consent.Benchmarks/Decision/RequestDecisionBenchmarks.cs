using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Consent.Benchmarks.Decision;

/// <summary>
/// What a request pays to know the decision. The decision is <see cref="Consent"/> less <see cref="ConsentNotAsked"/>; the
/// whole is <see cref="Consent"/> less <see cref="Nothing"/>. Both stand beside <see cref="CookiePolicy"/> less Nothing.
/// </summary>
[MemoryDiagnoser]
public class RequestDecisionBenchmarks
{
    private BenchmarkPipeline _nothing = null!;
    private BenchmarkPipeline _cookiePolicy = null!;
    private BenchmarkPipeline _consentNotAsked = null!;
    private BenchmarkPipeline _consent = null!;
    private BenchmarkPipeline _consentWithGates = null!;

    /// <summary>What the browser sends.</summary>
    [Params("no cookie", "choice cookie", "and 10 others")]
    public string Sends { get; set; } = "";

    /// <summary>Builds the pipelines.</summary>
    [GlobalSetup]
    public void Setup()
    {
        string others = Sends == "and 10 others"
            ? "; .AspNetCore.Antiforgery.abc=CfDJ8abcdefghijklmnop; .AspNetCore.Session=CfDJ8qrstuvwxyz; basket=42; theme=dark; lang=en"
              + "; _ga=GA1.1.1234567890.1700000000; _ga_ABCDEF1234=GS1.1.1700000000.1.1.1700000000; _gid=GA1.2.12.17; _fbp=fb.1.17.12; seen=1"
            : "";
        bool sends = Sends != "no cookie";
        string choice = ChoiceCookie.Format(new ConsentChoice().GrantAll(ConsentPolicy.Default, DateTimeOffset.UtcNow), ConsentPolicy.Default);
        string? own = sends ? $"__Host-privacy={choice}{others}" : null;
        string? theirs = sends ? $".AspNet.Consent=yes{others}" : null;

        RequestDelegate end = static _ => Task.CompletedTask;
        RequestDelegate asks = static c => c.GetConsent().AllowsAll ? Task.CompletedTask : s_denied;
        RequestDelegate tracks = static c => c.Features.Get<ITrackingConsentFeature>()!.CanTrack ? Task.CompletedTask : s_denied;
        _nothing = new(static _ => { }, static _ => { }, end, own);
        _cookiePolicy = new(
            static s => s.AddCookiePolicy(static o => o.CheckConsentNeeded = static _ => true), static a => a.UseCookiePolicy(), tracks, theirs);
        _consentNotAsked = new(static s => s.AddConsent(), static _ => { }, end, own);
        _consent = new(static s => s.AddConsent(), static _ => { }, asks, own);
        _consentWithGates = new(static s => s.AddConsent(), static a => a.UseConsent(), asks, own);
    }

    private static readonly Task s_denied = Task.CompletedTask;

    /// <summary>The pipeline alone.</summary>
    [Benchmark(Baseline = true)]
    public int Nothing() => _nothing.Run();

    /// <summary>UseCookiePolicy, and CanTrack read.</summary>
    [Benchmark]
    public int CookiePolicy() => _cookiePolicy.Run();

    /// <summary>AddConsent, and nobody asks.</summary>
    [Benchmark]
    public int ConsentNotAsked() => _consentNotAsked.Run();

    /// <summary>AddConsent, and the decision read: whether everything is allowed, as CanTrack asks.</summary>
    [Benchmark]
    public int Consent() => _consent.Run();

    /// <summary>The same with UseConsent: the request gate and the HTML gate's body too.</summary>
    [Benchmark]
    public int ConsentWithGates() => _consentWithGates.Run();
}
