namespace Consent.Html;

/// <summary>The names of the end tags that end raw text.</summary>
internal static class RawTextNames
{
    private static readonly byte[] s_script = [.. "script"u8];
    private static readonly byte[] s_style = [.. "style"u8];
    private static readonly byte[] s_title = [.. "title"u8];
    private static readonly byte[] s_textarea = [.. "textarea"u8];
    private static readonly byte[] s_iframe = [.. "iframe"u8];
    private static readonly byte[] s_xmp = [.. "xmp"u8];
    private static readonly byte[] s_noembed = [.. "noembed"u8];
    private static readonly byte[] s_noframes = [.. "noframes"u8];

    /// <summary>The name of the end tag, in lower case. Nothing ends plaintext.</summary>
    public static byte[] Of(TagKind kind) => kind switch
    {
        TagKind.Script => s_script,
        TagKind.Style => s_style,
        TagKind.Title => s_title,
        TagKind.Textarea => s_textarea,
        TagKind.Iframe => s_iframe,
        TagKind.Xmp => s_xmp,
        TagKind.Noembed => s_noembed,
        TagKind.Noframes => s_noframes,
        _ => [],
    };
}
