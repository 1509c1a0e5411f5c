using System.Diagnostics;

namespace Consent.Benchmarks.Html;

/// <summary>
/// Runs the HTML gate over different pages of three shapes, beside a parser that makes a tree and writes it again, and keeps
/// each one's best round.
/// </summary>
internal static class HtmlRace
{
    public static void Run()
    {
        foreach (string shape in (string[])["News", "Shop", "App"])
        {
            HtmlGateBenchmarks b = new() { Shape = shape };
            b.Setup();
            (string Name, Func<int> Call, int Rounds)[] runners =
                [(nameof(b.Gate), b.Gate, 300), (nameof(b.GateInChunks), b.GateInChunks, 300), (nameof(b.MarksOnly), b.MarksOnly, 300), (nameof(b.AngleSharp), b.AngleSharp, 5)];
            foreach ((string name, Func<int> call, int rounds) in runners)
            {
                double best = double.MaxValue;
                for (int round = 0; round < rounds; round++)
                {
                    long start = Stopwatch.GetTimestamp();
                    call();
                    best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
                }

                long before = GC.GetAllocatedBytesForCurrentThread();
                call();
                long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
                Console.WriteLine($"  {name,-14}{b.TotalBytes / best / 1e9,8:F3} GB/s{allocated,12} B");
            }
        }
    }
}
