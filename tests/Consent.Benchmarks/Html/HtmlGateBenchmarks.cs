using System.Buffers;
using System.Text;
using AngleSharp;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using BenchmarkDotNet.Attributes;
using Consent.Html;

namespace Consent.Benchmarks.Html;

/// <summary>
/// The HTML gate over 34 different pages of a shape, beside a parser that makes a tree and writes it again.
/// Divide <see cref="TotalBytes"/> by the time for the throughput.
/// </summary>
[MemoryDiagnoser]
public class HtmlGateBenchmarks
{
    private readonly ArrayBufferWriter<byte> _output = new(128 * 1024);
    private readonly BenchmarkPlan _plan = new();
    private readonly BenchmarkPlan _marksOnly = new() { Judges = false };
    private readonly HtmlGate _gate = new();
    private readonly HtmlParser _parser = new();
    private byte[][] _pages = [];

    /// <summary>The shape of the pages.</summary>
    [Params("News", "Shop", "App")]
    public string Shape { get; set; } = "";

    /// <summary>The length of all pages together.</summary>
    public long TotalBytes => _pages.Sum(page => (long)page.Length);

    /// <summary>Makes the pages.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _pages = HtmlCorpus.Pages(Shape, 34);
        Console.WriteLine($"// {Shape}: {TotalBytes} bytes");
    }

    /// <summary>The gate.</summary>
    [Benchmark(Baseline = true)]
    public int Gate() => Run(_plan, chunk: int.MaxValue);

    /// <summary>The gate where nothing can be denied but by a mark.</summary>
    [Benchmark]
    public int MarksOnly() => Run(_marksOnly, chunk: int.MaxValue);

    /// <summary>The gate, where pages come in chunks of 4 KiB.</summary>
    [Benchmark]
    public int GateInChunks() => Run(_plan, chunk: 4096);

    /// <summary>AngleSharp, parsing and writing.</summary>
    [Benchmark]
    public int AngleSharp()
    {
        int length = 0;
        foreach (byte[] page in _pages)
        {
            using IHtmlDocument document = _parser.ParseDocument(Encoding.UTF8.GetString(page));
            length += document.ToHtml().Length;
        }

        return length;
    }

    private int Run(BenchmarkPlan plan, int chunk)
    {
        int length = 0;
        foreach (byte[] page in _pages)
        {
            _output.ResetWrittenCount();
            _gate.Reset(plan);
            for (int at = 0; at < page.Length; at += Math.Min(chunk, page.Length - at))
            {
                _gate.Write(page.AsSpan(at, Math.Min(chunk, page.Length - at)), _output);
            }

            _gate.Complete(_output);
            length += _output.WrittenCount;
        }

        return length;
    }
}
