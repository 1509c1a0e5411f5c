using System.Buffers;

namespace Consent.Html;

/// <summary>Sends a document that sits in an attribute through a gate of its own, to see whether that closes anything.</summary>
internal sealed class InnerPage(int depth) : IHtmlGatePlan
{
    private readonly HtmlGate _gate = new(depth);
    private readonly ArrayBufferWriter<byte> _output = new();
    private readonly DenialSet _denials = new();
    private IHtmlGatePlan? _plan;

    public int RetainedBytes => _gate.RetainedBytes + _output.Capacity;

    public ReadOnlyMemory<byte> HtmlAttributes => default;

    public ReadOnlyMemory<byte> HeadStart => default;

    public ReadOnlyMemory<byte> BodyStart => default;

    public bool PagePlacesBanner => false;

    public bool Judges => true;

    public bool OnlyReports => false;

    /// <summary>Whether something in the document would be closed; if so, adds why.</summary>
    public bool Denies(ReadOnlySpan<byte> html, IHtmlGatePlan plan, DenialSet denials)
    {
        _plan = plan;
        _denials.Clear();
        _output.ResetWrittenCount();
        _gate.Reset(this);
        _gate.Write(html, _output);
        _gate.Complete(_output);
        if (_gate.Closed == 0)
        {
            return false;
        }

        if (_denials.IsEmpty)
        {
            _denials.Add(default, default);     // by a mark, or too long to be read
        }

        denials.Add(_denials);
        return true;
    }

    public bool Allows(ReadOnlySpan<byte> categoryId) => _plan!.Allows(categoryId);

    public Denial? DenyHost(ReadOnlySpan<byte> host) => _plan!.DenyHost(host);

    public Denial? DenyScript(ReadOnlySpan<byte> script) => _plan!.DenyScript(script);

    public void Held(in Denial denial, ReadOnlySpan<byte> host) => _denials.Add(denial, host);

    public void HeldMark(ReadOnlySpan<byte> mark)
    {
    }
}
