using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;

namespace Consent.AspNetCore;

/// <summary>Writes what stands first in a page's head: the state, the two scripts, the style sheet.</summary>
internal static class HeadHtml
{
    public static void Write(IBufferWriter<byte> output, ConsentFeature feature)
    {
        HttpContext context = feature.Context;
        string basePath = context.Request.PathBase.ToUriComponent() + feature.Policy.BasePath;
        output.Write("""<script type="application/json" data-pc="state">"""u8);
        StateJson.Write(output, feature.Decided, basePath);
        output.Write("</script>"u8);
        string nonce = feature.Runtime.Options.Nonce?.Invoke(context) is { } value
            ? $" nonce=\"{HtmlEncoder.Default.Encode(value)}\""
            : "";
        string path = HtmlEncoder.Default.Encode(basePath);
        string tags =
            $"<script src=\"{path}/gate.js?v={Asset.Gate.Version}\"{nonce}></script>"
            + $"<script src=\"{path}/choices.js?v={Asset.Script.Version}\" defer{nonce}></script>"
            + $"<link rel=\"stylesheet\" href=\"{path}/choices.css?v={Asset.Style.Version}\"{nonce}>";
        Encoding.UTF8.GetBytes(tags, output);
    }
}
