using System.Buffers;
using System.Text;
using Consent.Html;

namespace Consent.Tests.Html;

/// <summary>Runs pages through the gate.</summary>
internal static class Gate
{
    public static readonly TestPlan Closed = new();

    public static readonly TestPlan Open = new("analytics");

    /// <summary>The page as it leaves, written in one piece.</summary>
    public static string Run(string html, IHtmlGatePlan plan) =>
        Encoding.Latin1.GetString(Run(Encoding.Latin1.GetBytes(html), plan, []));

    /// <summary>The page as it leaves, cut at the given offsets.</summary>
    public static byte[] Run(ReadOnlySpan<byte> html, IHtmlGatePlan plan, ReadOnlySpan<int> cuts)
    {
        var gate = new HtmlGate();
        var output = new ArrayBufferWriter<byte>(html.Length + 256);
        gate.Reset(plan);
        int start = 0;
        foreach (int cut in cuts)
        {
            gate.Write(html[start..cut], output);
            start = cut;
        }

        gate.Write(html[start..], output);
        gate.Complete(output);
        return output.WrittenSpan.ToArray();
    }
}
