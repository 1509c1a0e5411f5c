using System.Buffers;
using System.Buffers.Text;

namespace Consent.Html;

/// <content>What holds a document within a value: <c>srcdoc</c>, <c>data:</c> and <c>javascript:</c> URLs.</content>
internal sealed partial class HostJudge
{
    private const int MaxDepth = 3;

    private byte[] _body = [];
    private InnerPage? _inner;

    /// <summary>How deep this judge sits in documents within documents.</summary>
    public int Depth { get; init; }

    /// <summary>Whether something in a document would have to be closed.</summary>
    public bool DeniesDocument(ReadOnlySpan<byte> html)
    {
        if (!html.Contains((byte)'<'))
        {
            return false;
        }

        if (Depth == MaxDepth)
        {
            return Ask(default);    // who nests that deep hides something
        }

        _inner ??= new InnerPage(Depth + 1);
        return _inner.Denies(html, _plan, Denials);
    }

    private bool DeniesContained(ReadOnlySpan<byte> url)
    {
        if (UrlHost.HasScheme(url, "javascript:"u8, out ReadOnlySpan<byte> script))
        {
            script = DecodePercent(script);
            return DeniesScript(script) || DeniesDocument(script.ToArray());
        }

        if (!UrlHost.HasScheme(url, "data:"u8, out ReadOnlySpan<byte> data) || data.IndexOf((byte)',') is not (>= 0 and int comma))
        {
            return false;
        }

        ReadOnlySpan<byte> type = data[..comma];
        bool isScript = Contains(type, "script"u8);
        bool isStyle = Contains(type, "css"u8);
        if (!isScript && !isStyle && !Contains(type, "html"u8) && !Contains(type, "xml"u8))
        {
            return false;
        }

        byte[] body = DecodePercent(data[(comma + 1)..]).ToArray();
        if (Contains(type, "base64"u8))
        {
            body = FromBase64(body);
        }

        return isScript ? DeniesScript(body) | DeniesImports(body) : isStyle ? DeniesCss(body, readsComments: true) : DeniesDocument(body);
    }

    private ReadOnlySpan<byte> DecodePercent(ReadOnlySpan<byte> text)
    {
        if (_body.Length < text.Length)
        {
            _body = new byte[Math.Max(text.Length, 1024)];
        }

        int length = 0;
        for (int i = 0; i < text.Length; i++)
        {
            byte c = text[i];
            if (c == '%' && i + 2 < text.Length && Utf8Parser.TryParse(text.Slice(i + 1, 2), out byte value, out int used, 'x') && used == 2)
            {
                c = value;
                i += 2;
            }
            else if (c is (byte)'\t' or (byte)'\n' or (byte)'\r')
            {
                continue;
            }

            _body[length++] = c;
        }

        return _body.AsSpan(0, length);
    }

    private static byte[] FromBase64(ReadOnlySpan<byte> text)
    {
        byte[] padded = new byte[(text.Length + 3) / 4 * 4];
        padded.AsSpan().Fill((byte)'=');
        text.TrimEnd((byte)'=').CopyTo(padded);
        byte[] bytes = new byte[padded.Length];
        return Base64.DecodeFromUtf8(padded, bytes, out _, out int written) is OperationStatus.Done ? bytes[..written] : text.ToArray();
    }

    private static bool Contains(ReadOnlySpan<byte> text, ReadOnlySpan<byte> lower)
    {
        for (int i = 0; i + lower.Length <= text.Length; i++)
        {
            if (Ascii(text.Slice(i, lower.Length), lower))
            {
                return true;
            }
        }

        return false;
    }
}
