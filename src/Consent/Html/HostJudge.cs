using System.Buffers;

namespace Consent.Html;

/// <summary>
/// Finds the hosts to which values of a page lead, each kind of value read as browsers read it, and asks the plan about
/// them. What is denied is collected until <see cref="Denials"/> is cleared.
/// </summary>
internal sealed partial class HostJudge
{
    private static readonly SearchValues<byte> s_separators = SearchValues.Create(" \t\n\f\r,"u8);
    private static readonly SearchValues<byte> s_space = SearchValues.Create(" \t\n\f\r"u8);
    private static readonly SearchValues<byte> s_seconds = SearchValues.Create(" \t\n\f\r0123456789."u8);

    private readonly byte[] _host = new byte[UrlHost.MaxLength];
    private byte[] _decoded = [];
    private byte[] _unescaped = [];
    private IHtmlGatePlan _plan;

    public HostJudge(IHtmlGatePlan plan) => _plan = plan;

    /// <summary>What was denied.</summary>
    public DenialSet Denials { get; } = new();

    /// <summary>The memory that is kept, in bytes.</summary>
    public int RetainedBytes => _decoded.Length + _unescaped.Length + _body.Length + (_inner?.RetainedBytes ?? 0);

    /// <summary>Starts with a new response.</summary>
    public void Reset(IHtmlGatePlan plan)
    {
        _plan = plan;
        Denials.Clear();
    }

    /// <summary>Decodes the character references of an attribute's value. It is valid until the next call.</summary>
    public ReadOnlySpan<byte> Decode(ReadOnlySpan<byte> value)
    {
        if (value.Contains((byte)'&') && _decoded.Length < value.Length)
        {
            _decoded = new byte[Math.Max(value.Length, 1024)];
        }

        _ = CharacterReferences.TryDecode(value, _decoded, out ReadOnlySpan<byte> decoded);
        return decoded;
    }

    /// <summary>Whether a URL leads to a denied host.</summary>
    public bool DeniesUrl(ReadOnlySpan<byte> url)
    {
        if (IsPlainPath(url))
        {
            return false;
        }

        UrlTarget target = UrlHost.Find(url, _host, out ReadOnlySpan<byte> host);
        return target != UrlTarget.None && Ask(target == UrlTarget.Host ? host : default);
    }

    /// <summary>Whether a URL leads to a denied host, or holds a document, style sheet or script that does.</summary>
    public bool DeniesContentUrl(ReadOnlySpan<byte> url) =>
        !IsPlainPath(url) && (DeniesUrl(url) || DeniesContained(url));

    /// <summary>Whether one of the candidates of a <c>srcset</c> leads to a denied host.</summary>
    public bool DeniesSourceSet(ReadOnlySpan<byte> set)
    {
        bool isDenied = false;
        while (true)
        {
            int start = set.IndexOfAnyExcept(s_separators);
            if (start < 0)
            {
                return isDenied;
            }

            set = set[start..];
            int end = set.IndexOfAny(s_space);
            ReadOnlySpan<byte> url = end < 0 ? set : set[..end];
            set = end < 0 ? [] : set[end..];
            bool hasDescriptors = url[^1] != ',';
            isDenied |= DeniesUrl(url.TrimEnd((byte)','));
            if (hasDescriptors)
            {
                set = BehindDescriptors(set);
            }
        }
    }

    /// <summary>Whether one of the URLs of a list, with white space between them, leads to a denied host.</summary>
    public bool DeniesList(ReadOnlySpan<byte> urls, byte separator = (byte)' ')
    {
        bool isDenied = false;
        while (!urls.IsEmpty)
        {
            int end = separator == ' ' ? urls.IndexOfAny(s_space) : urls.IndexOf(separator);
            isDenied |= DeniesUrl(end < 0 ? urls : urls[..end]);
            urls = end < 0 ? [] : urls[(end + 1)..];
        }

        return isDenied;
    }

    /// <summary>Whether the <c>content</c> of a <c>meta refresh</c> leads to a denied host.</summary>
    public bool DeniesRefresh(ReadOnlySpan<byte> content)
    {
        int at = content.IndexOfAnyExcept(s_seconds);
        if (at < 0)
        {
            return false;
        }

        content = content[at..].TrimStart(" \t\n\f\r;,"u8);
        if (content.Length > 3 && Ascii(content[..3], "url"u8))
        {
            ReadOnlySpan<byte> value = content[3..].TrimStart(" \t\n\f\r"u8);
            content = !value.IsEmpty && value[0] == '=' ? value[1..].TrimStart(" \t\n\f\r"u8) : content;
        }

        if (!content.IsEmpty && content[0] is (byte)'"' or (byte)'\'')
        {
            byte quote = content[0];
            content = content[1..];
            int end = content.IndexOf(quote);
            content = end < 0 ? content : content[..end];
        }

        return DeniesUrl(content);
    }

    /// <summary>Whether an inline script is known to be of a denied service.</summary>
    public bool DeniesScript(ReadOnlySpan<byte> script)
    {
        if (_plan.DenyScript(script) is { } denial)
        {
            Denials.Add(denial, default);
            return true;
        }

        return false;
    }

    private bool Ask(ReadOnlySpan<byte> host)
    {
        if (_plan.DenyHost(host) is { } denial)
        {
            Denials.Add(denial, host);
            return true;
        }

        return false;
    }

    /// <summary>Most URLs of a page are paths on its own host.</summary>
    private static bool IsPlainPath(ReadOnlySpan<byte> url) =>
        url.Length < 2
        || (url[0] == '/' && url[1] is > (byte)' ' and not ((byte)'/' or (byte)'\\'))
        || url[0] is (byte)'#' or (byte)'?' or (byte)'.';

    private static ReadOnlySpan<byte> BehindDescriptors(ReadOnlySpan<byte> set)
    {
        bool inParentheses = false;
        for (int i = 0; i < set.Length; i++)
        {
            byte c = set[i];
            inParentheses = c == '(' || (inParentheses && c != ')');
            if (c == ',' && !inParentheses)
            {
                return set[(i + 1)..];
            }
        }

        return [];
    }

    private static bool Ascii(ReadOnlySpan<byte> text, ReadOnlySpan<byte> lower) =>
        System.Text.Ascii.EqualsIgnoreCase(text, lower);
}
