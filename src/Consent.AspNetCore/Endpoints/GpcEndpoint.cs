using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Consent.AspNetCore;

/// <summary>
/// <c>GET /.well-known/gpc.json</c>: that the site honours GPC (Global Privacy Control, §GPC Support Resource). It is the
/// same for every visitor.
/// </summary>
internal static class GpcEndpoint
{
    public static Task GetAsync(HttpContext context)
    {
        ConsentRuntime runtime = ConsentHttpContextExtensions.GetFeature(context).Runtime;
        DateOnly date = runtime.Options.GpcLastUpdate ?? DateOnly.FromDateTime(runtime.Policies.LastChanged.UtcDateTime);
        ArrayBufferWriter<byte> content = new();
        using (Utf8JsonWriter json = new(content))
        {
            json.WriteStartObject();
            json.WriteBoolean("gpc"u8, true);
            json.WriteString("lastUpdate"u8, Answers.FormatDate(date));
            json.WriteEndObject();
        }

        return Answers.SendAsync(context, "application/json", content, "public, max-age=3600");
    }
}
