using System.Text.Json;

namespace Consent.AspNetCore.Tests;

internal static class ResponseReading
{
    /// <summary>The response's Set-Cookie values, as sent.</summary>
    public static string[] SetCookies(this HttpResponseMessage response) =>
        response.Headers.TryGetValues("Set-Cookie", out IEnumerable<string>? values) ? [.. values] : [];

    public static Task<string> TextAsync(this HttpResponseMessage response) =>
        response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response)
    {
        using JsonDocument document = JsonDocument.Parse(await response.TextAsync());
        return document.RootElement.Clone();
    }
}
