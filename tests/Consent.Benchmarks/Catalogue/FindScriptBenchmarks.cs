using System.Text;
using BenchmarkDotNet.Attributes;

namespace Consent.Benchmarks.Catalogue;

/// <summary>The search for signatures in inline scripts that hold none: what every page pays.</summary>
[MemoryDiagnoser]
public class FindScriptBenchmarks
{
    private const string Words =
        "function return const let var window document querySelector addEventListener click classList toggle if else for of => { } ( ) ; = + . , " +
        "\"menu\" 'open' 0 1 100 true false null undefined Object Array JSON parse stringify fetch then await async data items price id name push map " +
        "filter length indexOf substring replace Math floor random Date now setTimeout requestAnimationFrame style display none block";

    private readonly byte[][] _scripts = new byte[64][];
    private readonly ConsentPolicy _policy = ConsentPolicy.Default;

    [GlobalSetup]
    public void MakeScripts()
    {
        string[] words = Words.Split(' ');
        Random random = new(1);
        for (int i = 0; i < _scripts.Length; i++)
        {
            StringBuilder text = new();
            while (text.Length < 16_384)
            {
                text.Append(words[random.Next(words.Length)]).Append(random.Next(4) == 0 ? "" : " ");
            }

            _scripts[i] = Encoding.ASCII.GetBytes(text.ToString(0, 16_384));
        }
    }

    /// <summary>1 MiB of script in 64 different texts.</summary>
    [Benchmark]
    public int OneMebibyte()
    {
        int found = 0;
        foreach (byte[] script in _scripts)
        {
            found += _policy.FindScript(script) is null ? 0 : 1;
        }

        return found;
    }
}
