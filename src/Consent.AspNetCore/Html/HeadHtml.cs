using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;

namespace Consent.AspNetCore;

/// <summary>Writes what stands first in a page's head: the state, the two scripts, the style sheet.</summary>
internal static class HeadHtml
{
    /// <summary>Writes the tags.</summary>
    /// <param name="output">Where to write.</param>
    /// <param name="decision">The visitor's decision.</param>
    /// <param name="basePath">The endpoints' path, with the request's path base.</param>
    /// <param name="nonceAttribute">What <see cref="NonceAttribute"/> made.</param>
    /// <param name="isShell">Whether the page is for everyone, so that the script has to ask for the state.</param>
    public static void Write(IBufferWriter<byte> output, in ConsentDecision decision, string basePath, string nonceAttribute, bool isShell = false)
    {
        output.Write("""<script type="application/json" data-pc="state">"""u8);
        StateJson.Write(output, decision, basePath, isShell);
        output.Write("</script>"u8);
        string path = HtmlEncoder.Default.Encode(basePath);
        string tags =
            $"<script src=\"{path}/gate.js?v={Asset.Gate.Version}\"{nonceAttribute}></script>"
            + $"<script src=\"{path}/choices.js?v={Asset.Script.Version}\" defer{nonceAttribute}></script>"
            + $"<link rel=\"stylesheet\" href=\"{path}/choices.css?v={Asset.Style.Version}\"{nonceAttribute}>";
        Encoding.UTF8.GetBytes(tags, output);
    }

    /// <summary>The attribute that carries the site's nonce for this page, with a leading space; empty if it has none.</summary>
    public static string NonceAttribute(ConsentFeature feature) =>
        feature.Runtime.Options.Nonce?.Invoke(feature.Context) is { Length: > 0 } nonce
            ? $" nonce=\"{HtmlEncoder.Default.Encode(nonce)}\""
            : "";
}
