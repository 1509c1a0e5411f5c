using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;

namespace Consent.AspNetCore;

/// <summary>
/// Writes HTML as UTF-8. In an interpolated string the literal parts are markup and every hole is text, which is
/// encoded: there is no way to write a value unencoded by accident.
/// </summary>
/// <remarks>
/// What is not ASCII leaves as a character reference, so the bytes read the same in every charset that a page may have.
/// </remarks>
internal readonly struct HtmlOutput(IBufferWriter<byte> output)
{
    private readonly IBufferWriter<byte> _output = output;

    /// <summary>Writes markup with encoded holes.</summary>
    /// <param name="parts">What the compiler makes of the interpolated string; it has written all by now.</param>
    public HtmlOutput Write([InterpolatedStringHandlerArgument("")] Parts parts)
    {
        _ = parts;
        return this;
    }

    private void Ascii(ReadOnlySpan<char> text) =>
        _output.Advance(Encoding.UTF8.GetBytes(text, _output.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length))));

    /// <summary>The parts of an interpolated string, written as they come.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Parts
    {
        private readonly HtmlOutput _output;

        /// <summary>Called by the compiler.</summary>
        /// <param name="literalLength">Not needed.</param>
        /// <param name="formattedCount">Not needed.</param>
        /// <param name="output">Where to write.</param>
        public Parts(int literalLength, int formattedCount, HtmlOutput output)
        {
            _ = literalLength;
            _ = formattedCount;
            _output = output;
        }

        /// <summary>Writes markup.</summary>
        /// <param name="markup">A literal of the source code.</param>
        public void AppendLiteral(string markup) => _output.Ascii(markup);

        /// <summary>Writes text or an attribute's value, encoded.</summary>
        /// <param name="text">Anything.</param>
        public void AppendFormatted(string? text) => _output.Ascii(HtmlEncoder.Default.Encode(text ?? ""));

        /// <summary>Writes a number.</summary>
        /// <param name="number">A number.</param>
        public void AppendFormatted(int number) => _output.Ascii(number.ToString(System.Globalization.CultureInfo.InvariantCulture));

        /// <summary>Writes markup that this library made.</summary>
        /// <param name="markup">The markup.</param>
        public void AppendFormatted(Markup markup) => _output.Ascii(markup.Html);
    }
}
