namespace Consent.AspNetCore.Tests.Banner;

/// <summary>The files that browsers load, as the assembly holds them.</summary>
internal static class BrowserFile
{
    private const string Prefix = "Consent.Assets.";

    public static IEnumerable<string> Names => typeof(BannerHtml).Assembly.GetManifestResourceNames()
        .Where(static n => n.StartsWith(Prefix, StringComparison.Ordinal))
        .Select(static n => n[Prefix.Length..]);

    public static string Read(string name)
    {
        using Stream stream = typeof(BannerHtml).Assembly.GetManifestResourceStream(Prefix + name)!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
