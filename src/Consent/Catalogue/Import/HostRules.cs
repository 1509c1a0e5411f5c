using System.Text;

namespace Consent;

/// <summary>
/// Reads host rules as the blockers of EasyPrivacy and its kin write them: <c>||host^</c>, comments after <c>!</c>,
/// exceptions with <c>@@</c>. All hosts become one service.
/// </summary>
/// <remarks>
/// A rule for paths, elements or single sites, or one with an option other than <c>third-party</c> and the kinds of
/// resource, says nothing about a whole host and is left out. An exception takes out that host and those within it.
/// </remarks>
public sealed class HostRules : IServiceSource
{
    private static readonly HashSet<string> s_options = new(StringComparer.Ordinal)
    {
        "third-party", "3p", "script", "image", "xmlhttprequest", "xhr", "subdocument", "frame", "ping", "beacon", "websocket", "all", "important",
    };

    private readonly string _id;
    private readonly string _name;
    private readonly string _category;

    /// <summary>Makes a reader.</summary>
    /// <param name="id">The id of the service that holds the hosts.</param>
    /// <param name="name">The service's name.</param>
    /// <param name="category">The category of all hosts of the list; EasyPrivacy's fit <c>analytics</c> as well.</param>
    public HostRules(string id = "host-rules", string name = "Host rules", string category = ListService.Marketing)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(category);
        (_id, _name, _category) = (id, name, category);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Service> Read(Stream stream, string fileName)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentException.ThrowIfNullOrEmpty(fileName);
        ListService service = new(_id, _name, _category);
        HashSet<string> excepted = new(StringComparer.Ordinal);
        using StreamReader reader = new(stream, Encoding.UTF8, leaveOpen: true);
        for (long line = 1; reader.ReadLine() is { } text; line++)
        {
            ReadRule(text.Trim(), service.Hosts, excepted, fileName, line);
        }

        service.Hosts.RemoveWhere(host => excepted.Any(e => host == e || host.EndsWith("." + e, StringComparison.Ordinal)));
        return service.Hosts.Count > 0 ? [service.Finish()] : [];
    }

    private static void ReadRule(string rule, HashSet<string> hosts, HashSet<string> excepted, string fileName, long line)
    {
        bool isException = rule.StartsWith("@@", StringComparison.Ordinal);
        ReadOnlySpan<char> text = isException ? rule.AsSpan(2) : rule;
        if (!text.StartsWith("||"))
        {
            return;
        }

        text = text[2..];
        int dollar = text.LastIndexOf('$');
        ReadOnlySpan<char> options = dollar >= 0 ? text[(dollar + 1)..] : default;
        text = dollar >= 0 ? text[..dollar] : text;
        int end = text.IndexOfAny('^', '/', '*');
        if (text.IsEmpty || end == 0)
        {
            throw new ServiceSourceException(fileName, line, $"\"{rule}\" has no host; a rule is ||host^, such as ||tracker.example^");
        }

        string host = (end < 0 ? text : text[..end]).ToString().ToLowerInvariant();
        bool isWhole = end < 0 || text[end..] is "^";
        if (isWhole && AreOfHost(options) && HostName.Wrong(host) is null && host.Contains('.', StringComparison.Ordinal))
        {
            (isException ? excepted : hosts).Add(host);
        }
    }

    private static bool AreOfHost(ReadOnlySpan<char> options)
    {
        foreach (Range option in options.Split(','))
        {
            if (!options[option].IsEmpty && !s_options.Contains(options[option].ToString()))
            {
                return false;
            }
        }

        return true;
    }
}
