using System.Text;
using BenchmarkDotNet.Attributes;

namespace Consent.Benchmarks.Catalogue;

/// <summary>Look-up of hosts: different hosts in turn, known and unknown, so that no branch learns the answer.</summary>
[MemoryDiagnoser]
public class FindHostBenchmarks
{
    private const int Count = 1024;

    private readonly byte[][] _known = new byte[Count][];
    private readonly byte[][] _unknown = new byte[Count][];
    private readonly string[] _knownTexts = new string[Count];
    private readonly ConsentPolicy _policy = ConsentPolicy.Default;

    [GlobalSetup]
    public void MakeHosts()
    {
        string[] hosts = [.. ServiceCatalogue.BuiltIn.Services.SelectMany(s => s.Hosts)];
        string[] prefixes = ["", "www.", "cdn.", "static.assets.", "a1b2c3.region-eu."];
        string[] ends = [".com", ".co.uk", ".example", ".net", ".shop.de"];
        Random random = new(1);
        for (int i = 0; i < Count; i++)
        {
            _knownTexts[i] = prefixes[random.Next(prefixes.Length)] + hosts[random.Next(hosts.Length)];
            _known[i] = Encoding.ASCII.GetBytes(_knownTexts[i]);
            _unknown[i] = Encoding.ASCII.GetBytes($"{prefixes[random.Next(prefixes.Length)]}site{random.Next():x}{ends[random.Next(ends.Length)]}");
        }
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public int KnownBytes() => FindAll(_known);

    [Benchmark(OperationsPerInvoke = Count)]
    public int UnknownBytes() => FindAll(_unknown);

    [Benchmark(OperationsPerInvoke = Count)]
    public int KnownChars()
    {
        int found = 0;
        foreach (string host in _knownTexts)
        {
            found += _policy.FindHost(host) is null ? 0 : 1;
        }

        return found;
    }

    private int FindAll(byte[][] hosts)
    {
        int found = 0;
        foreach (byte[] host in hosts)
        {
            found += _policy.FindHost(host) is null ? 0 : 1;
        }

        return found;
    }
}
