using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace Consent.AspNetCore;

/// <summary><c>GET {basePath}/state</c>: the decision.</summary>
internal static class StateEndpoint
{
    public static Task GetAsync(HttpContext context)
    {
        ArrayBufferWriter<byte> content = new();
        StateJson.Write(content, context.GetConsent(), basePath: null);
        return Answers.SendAsync(context, Answers.Json, content);
    }
}
