using System.Globalization;
using Consent.AspNetCore;

namespace Gateway;

/// <summary>What the command line says, checked.</summary>
internal sealed record GatewayArguments
{
    public const string Usage = """
        Puts consent in front of any site: cookies, tags and hints that a visitor hasn't allowed don't pass.

        dotnet run --project samples/Gateway -- --upstream URL [options]

          --upstream URL      the site behind the gateway, such as http://127.0.0.1:9000
          --policy FILE       its consent.json; without one, the catalogue of known services, opt-in everywhere
          --urls URLS         where to listen, such as http://127.0.0.1:5080; several with ; between them
          --strict            block whatever nobody declared, and send a Content-Security-Policy
          --report            hold nothing back, only log what would be
          --trust NETWORK     take the visitor's region from the headers of the network in front of the gateway:
                              cloudflare, cloudfront, fastly, vercel, appengine or azurefrontdoor
          --timeout SECONDS   how long the site may be silent, 1 to 86400; 100 unless told
          --help              this text

        Behind another proxy, set ASPNETCORE_FORWARDEDHEADERS_ENABLED=true.
        """;

    public Uri Upstream { get; private init; } = new("http://127.0.0.1");

    /// <summary>The policy's full path; <see langword="null"/> for the default policy.</summary>
    public string? Policy { get; private init; }

    public string? Urls { get; private init; }

    public bool Strict { get; private init; }

    public bool Report { get; private init; }

    public CdnRegion? Trust { get; private init; }

    public TimeSpan Timeout { get; private init; } = TimeSpan.FromSeconds(100);

    public bool Help { get; private init; }

    /// <exception cref="WrongArgumentException">Something on the command line is wrong.</exception>
    public static GatewayArguments Parse(IReadOnlyList<string> args)
    {
        GatewayArguments parsed = new();
        bool hasUpstream = false;
        for (int i = 0; i < args.Count; i++)
        {
            (string name, string? value) = args[i].Split('=', 2) is [var before, var after] ? (before, after) : (args[i], null);
            string Value() => value ?? (i + 1 < args.Count && !args[i + 1].StartsWith("--", StringComparison.Ordinal)
                ? args[++i]
                : throw new WrongArgumentException($"{name} needs a value. {Line(name)}"));

            switch (name)
            {
                case "--upstream":
                    parsed = parsed with { Upstream = ParseUpstream(Value()) };
                    hasUpstream = true;
                    break;
                case "--policy":
                    parsed = parsed with { Policy = ParsePolicy(Value()) };
                    break;
                case "--urls":
                    parsed = parsed with { Urls = ParseUrls(Value()) };
                    break;
                case "--strict" when value is null:
                    parsed = parsed with { Strict = true };
                    break;
                case "--report" when value is null:
                    parsed = parsed with { Report = true };
                    break;
                case "--trust":
                    parsed = parsed with { Trust = ParseNetwork(Value()) };
                    break;
                case "--timeout":
                    parsed = parsed with { Timeout = ParseTimeout(Value()) };
                    break;
                case "--help" or "-h" or "-?" when value is null:
                    return parsed with { Help = true };
                default:
                    throw new WrongArgumentException($"\"{args[i]}\" is not an argument of the gateway.\n\n{Usage}");
            }
        }

        return hasUpstream ? parsed : throw new WrongArgumentException($"Which site is the gateway for? {Line("--upstream")}");
    }

    private static Uri ParseUpstream(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.PathAndQuery == "/" && uri.Fragment.Length == 0 && uri.UserInfo.Length == 0
            ? uri
            : throw new WrongArgumentException($"--upstream \"{text}\": expected http or https, a host and a port, and nothing behind them, such as http://127.0.0.1:9000");

    private static string ParsePolicy(string text)
    {
        string path = Path.GetFullPath(text);
        return File.Exists(path)
            ? path
            : throw new WrongArgumentException($"--policy \"{text}\": there is no file {path}. A file that holds {{}} is a policy; without --policy the default one is used");
    }

    private static string ParseUrls(string text)
    {
        foreach (string url in text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            try
            {
                if (BindingAddress.Parse(url) is { Scheme: "http" or "https", PathBase: "" } address
                    && (address.Host is ['[', ..] || !address.Host.Contains(':', StringComparison.Ordinal)))
                {
                    continue;
                }
            }
            catch (FormatException)
            {
            }

            throw new WrongArgumentException($"--urls \"{url}\": expected http or https, an address and a port, such as http://127.0.0.1:5080");
        }

        return text;
    }

    private static CdnRegion ParseNetwork(string text) =>
        Enum.TryParse(text, ignoreCase: true, out CdnRegion network) && Enum.IsDefined(network) && !char.IsAsciiDigit(text[0])
            ? network
            : throw new WrongArgumentException(
                $"--trust \"{text}\": expected one of {string.Join(", ", Enum.GetNames<CdnRegion>()).ToLowerInvariant()}");

    private static TimeSpan ParseTimeout(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds) && seconds is > 0 and <= 86400
            ? TimeSpan.FromSeconds(seconds)
            : throw new WrongArgumentException($"--timeout \"{text}\": expected seconds, more than 0 and at most 86400");

    private static string Line(string name) => "Expected " + Usage.Split('\n').First(l => l.Contains($"  {name} ", StringComparison.Ordinal)).Trim();
}
