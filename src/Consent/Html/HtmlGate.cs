using System.Buffers;

namespace Consent.Html;

/// <summary>
/// The HTML gate's rewriter for one response: bytes in, bytes out, in one pass, without a tree and without
/// keeping the page. Opens and closes marked tags and places what the plan holds.
/// </summary>
/// <remarks>
/// <para>
/// Reads any charset in which the bytes of ASCII mean ASCII wherever markup is concerned: UTF-8, the
/// windows and ISO-8859 families, GBK, Big5, Shift_JIS, EUC. Not UTF-16 and ISO-2022-JP.
/// </para>
/// <para>
/// What was written can be sent on after every <see cref="Write"/>, but for an unfinished tag (at most
/// <see cref="MaxHeldBytes"/>). A page comes out the same however it was cut into chunks. Bytes that
/// need no change leave unchanged.
/// </para>
/// <para>
/// One instance serves one response at a time and can be used again after <see cref="Reset"/>; then it
/// allocates nothing. Not thread-safe.
/// </para>
/// </remarks>
internal sealed partial class HtmlGate
{
    /// <summary>No more than this is held back. A longer tag leaves closed (see <see cref="OversizedTag"/>).</summary>
    public const int MaxHeldBytes = 64 * 1024;

    private readonly ForeignContent _foreign = new();
    private readonly TagEdits _edits = new();
    private readonly HostJudge _judge;
    private readonly UnmarkedTags _unmarked;
    private IHtmlGatePlan _plan = ClosedPlan.Instance;
    private TagScanner _scanner = new();
    private PageOutline _outline;
    private byte[] _held = new byte[512];
    private int _heldCount;
    private State _state;

    /// <summary>Makes a gate.</summary>
    /// <param name="depth">In how many documents, each within an attribute of the next, its pages sit.</param>
    public HtmlGate(int depth = 0)
    {
        _judge = new HostJudge(_plan) { Depth = depth };
        _unmarked = new UnmarkedTags(_judge);
    }

    /// <summary>What the bytes that come next belong to.</summary>
    private enum State : byte
    {
        Start,
        Data,
        TagHeld,
        ElementHeld,
        TagPassed,
        Comment,
        BogusComment,
        Cdata,
        CdataAsComment,
        RawText,
    }

    /// <summary>How many tags were opened in this response.</summary>
    public int Opened { get; private set; }

    /// <summary>How many tags were closed, or lost attributes, in this response.</summary>
    public int Closed { get; private set; }

    /// <summary>How much memory this gate keeps for all responses to come, in bytes.</summary>
    public int RetainedBytes => _held.Length + _scanner.RetainedBytes + _edits.RetainedBytes
        + _judge.RetainedBytes + _unmarked.RetainedBytes;

    /// <summary>Starts with a new response.</summary>
    /// <param name="plan">What to do to it.</param>
    public void Reset(IHtmlGatePlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        _plan = plan;
        _judge.Reset(plan);
        _judges = plan.Judges;
        _isOver = false;
        _outline.Reset(plan.PagePlacesBanner);
        _foreign.Clear();
        _state = State.Start;
        _heldCount = 0;
        _inNoscript = _inSelect = _holdsStyle = _renamesEnd = _escapesLess = _hasHtmlAttributes = false;
        Opened = Closed = 0;
        Track();
    }

    /// <summary>Takes the next bytes of the page and gives out all that is settled.</summary>
    /// <param name="input">Any number of bytes, cut anywhere.</param>
    /// <param name="output">Where the page goes.</param>
    public void Write(ReadOnlySpan<byte> input, IBufferWriter<byte> output)
    {
        while (_heldCount > 0 && !input.IsEmpty)
        {
            int held = _heldCount;
            int taken = Math.Min(input.Length, Math.Min(Math.Max(held, 256), MaxHeldBytes - held));
            Hold(input[..taken]);
            int read = Run(_held.AsSpan(0, _heldCount), held, output);
            if (read >= held)
            {
                _heldCount = 0;
                input = input[(read - held)..];
            }
            else
            {
                _heldCount -= read;
                _held.AsSpan(read, _heldCount).CopyTo(_held);
                input = input[taken..];
            }
        }

        if (!input.IsEmpty)
        {
            int read = Run(input, input.Length, output);
            Hold(input[read..]);
        }
    }

    /// <summary>
    /// The page is over: gives out what was held back, and what has found no place yet.
    /// </summary>
    /// <param name="output">Where the page goes.</param>
    public void Complete(IBufferWriter<byte> output)
    {
        if (_state == State.ElementHeld)
        {
            _isOver = true;
            int read = Run(_held.AsSpan(0, _heldCount), _heldCount, output);
            _heldCount -= read;
            _held.AsSpan(read, _heldCount).CopyTo(_held);
        }

        bool isInText = _heldCount == 0 && _state is State.Start or State.Data;
        if (_heldCount > 0)
        {
            // Browsers drop a tag that isn't finished.
            output.Write(_held.AsSpan(0, _heldCount));
            _heldCount = 0;
        }

        if (isInText && !_inNoscript)
        {
            var cursor = new GateCursor([], output);
            Place(ref cursor, 0, _outline.AtEnd());
        }
    }

    /// <summary>Reads on until <paramref name="until"/> is passed.</summary>
    /// <returns>How far the bytes were used; the rest has to be shown again with more behind it.</returns>
    private int Run(ReadOnlySpan<byte> source, int until, IBufferWriter<byte> output)
    {
        var cursor = new GateCursor(source, output);
        bool goesOn = true;
        while (goesOn && cursor.At < until)
        {
            goesOn = _state switch
            {
                State.Start => ReadStart(ref cursor),
                State.Data => ReadData(ref cursor, until),
                State.TagHeld => ReadHeldTag(ref cursor),
                State.ElementHeld => ReadHeldElement(ref cursor),
                State.TagPassed => ReadPassedTag(ref cursor),
                State.RawText => ReadRawText(ref cursor),
                _ => ReadComment(ref cursor),
            };
        }

        cursor.Flush(cursor.At);
        return cursor.At;
    }

    private void Hold(ReadOnlySpan<byte> bytes)
    {
        int count = _heldCount + bytes.Length;
        if (count > _held.Length)
        {
            Array.Resize(ref _held, Math.Max(count, Math.Min(_held.Length * 2, MaxHeldBytes)));
        }

        bytes.CopyTo(_held.AsSpan(_heldCount));
        _heldCount = count;
    }

    private void Place(ref GateCursor cursor, int at, PagePlaces places)
    {
        if ((places & PagePlaces.Head) != 0)
        {
            cursor.Insert(at, _plan.HeadStart.Span);
        }

        if ((places & PagePlaces.Body) != 0)
        {
            cursor.Insert(at, _plan.BodyStart.Span);
        }
    }
}
