using System.Diagnostics;
using Consent.Benchmarks.Cookies;
using Consent.Benchmarks.Decision;

namespace Consent.Benchmarks;

/// <summary>
/// Runs the budgets' benchmarks against each other in turns and keeps each one's best round. On a machine that others use
/// too, a mean says more about them; the best of many short rounds is what the code takes when nobody is in its way.
/// </summary>
internal static class Race
{
    private const int WarmUp = 60_000;
    private const int Rounds = 400;
    private const int Calls = 500;

    public static void Run()
    {
        foreach (string sends in (string[])["no cookie", "choice cookie", "and 10 others"])
        {
            RequestDecisionBenchmarks b = new() { Sends = sends };
            b.Setup();
            Run($"decision, {sends}", [
                (nameof(b.Nothing), b.Nothing), (nameof(b.CookiePolicy), b.CookiePolicy), (nameof(b.ConsentNotAsked), b.ConsentNotAsked),
                (nameof(b.Consent), b.Consent), (nameof(b.ConsentWithGates), b.ConsentWithGates)]);
        }

        foreach (int place in (int[])[0, 20, 39, -1])
        {
            ChoiceCookieBenchmarks b = new() { Place = place };
            b.Setup();
            Run($"choice cookie at {place} of 40", [
                (nameof(b.RequestCookies), () => b.RequestCookies()?.Length ?? 0), (nameof(b.Choice), () => b.Choice() ? 1 : 0)]);
        }

        foreach (int cookies in (int[])[1, 5])
        {
            foreach (string choice in (string[])["granted", "refused"])
            {
                SetCookieGateBenchmarks b = new() { Cookies = cookies, Choice = choice };
                b.Setup();
                Run($"Set-Cookie gate, {cookies}, {choice}", [
                    (nameof(b.Nothing), b.Nothing), (nameof(b.CookiePolicy), b.CookiePolicy), (nameof(b.NoCookies), b.NoCookies),
                    (nameof(b.Consent), b.Consent)]);
            }
        }
    }

    private static void Run(string title, (string Name, Func<int> Call)[] runners)
    {
        double[] best = new double[runners.Length];
        Array.Fill(best, double.MaxValue);
        foreach ((string _, Func<int> call) in runners)
        {
            Time(call, WarmUp);
        }

        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < runners.Length; i++)
            {
                best[i] = Math.Min(best[i], Time(runners[i].Call, Calls));
            }
        }

        Console.WriteLine(title);
        for (int i = 0; i < runners.Length; i++)
        {
            Console.WriteLine($"  {runners[i].Name,-18}{best[i],9:F1} ns{Allocated(runners[i].Call),7} B");
        }
    }

    private static double Time(Func<int> call, int calls)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < calls; i++)
        {
            call();
        }

        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / calls;
    }

    private static long Allocated(Func<int> call)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            call();
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / 100;
    }
}
