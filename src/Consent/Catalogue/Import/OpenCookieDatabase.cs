using System.Globalization;
using System.Text;

namespace Consent;

/// <summary>
/// Reads the CSV of the Open Cookie Database: a header, then a line a cookie with its platform, category, name, domain,
/// retention period, controller, privacy page and whether the name is a prefix (<c>Wildcard match</c>).
/// </summary>
/// <remarks>Each platform becomes a service for each of its categories. Only cookies are taken; the list's domains say where a cookie is kept.</remarks>
public sealed class OpenCookieDatabase : IServiceSource
{
    private const string PlatformColumn = "Platform";
    private const string CategoryColumn = "Category";
    private const string NameColumn = "Cookie / Data Key name";
    private const string RetentionColumn = "Retention period";
    private const string PrivacyColumn = "User Privacy & GDPR Rights Portals";
    private const string WildcardColumn = "Wildcard match";

    /// <inheritdoc/>
    public IReadOnlyList<Service> Read(Stream stream, string fileName)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentException.ThrowIfNullOrEmpty(fileName);
        using StreamReader reader = new(stream, Encoding.UTF8, leaveOpen: true);
        CsvReader csv = new(reader, fileName);
        List<string> header = csv.Read() ?? throw new ServiceSourceException(fileName, 1, $"the file is empty; a header with {PlatformColumn}, {CategoryColumn}, {NameColumn} was expected");
        int Column(string name, bool needed) => header.FindIndex(h => h.Trim().Equals(name, StringComparison.OrdinalIgnoreCase)) is >= 0 and int index ? index
            : !needed ? -1
            : throw new ServiceSourceException(fileName, 1, $"the header has no column \"{name}\"; it has {NearestName.List(header)}");
        int platform = Column(PlatformColumn, true), category = Column(CategoryColumn, true), cookie = Column(NameColumn, true);
        int retention = Column(RetentionColumn, false), privacy = Column(PrivacyColumn, false), wildcard = Column(WildcardColumn, false);

        Dictionary<string, ListService> services = new(StringComparer.Ordinal);
        while (csv.Read() is { } row)
        {
            if (row.Count == 1 && row[0].Length == 0)
            {
                continue;
            }

            if (row.Count != header.Count)
            {
                throw new ServiceSourceException(fileName, csv.Line, $"the line has {row.Count} fields; {header.Count} were expected, as the header has");
            }

            string name = row[cookie].Trim();
            string pattern = wildcard >= 0 && row[wildcard].Trim() == "1" ? name.TrimEnd('*') + "*" : name;
            if (pattern.AsSpan().Count('*') <= 1 && pattern.Length > 1 && Shapes.IsCookiePattern.IsMatch(pattern))
            {
                ListService service = ListService.Of(services, "ocd", row[platform].Trim(), ListCategories.Of(row[category]));
                service.Cookies.TryAdd(pattern, new(new NamePattern(pattern), Period(retention < 0 ? "" : row[retention])));
                service.PolicyUrl ??= privacy >= 0 && Shapes.IsLink.IsMatch(row[privacy]) ? row[privacy] : null;
            }
        }

        return [.. services.Values.Select(static s => s.Finish())];
    }

    // "2 years", "30 days", "session": what isn't a number and a unit isn't known.
    private static TimeSpan? Period(string text)
    {
        string[] words = text.Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length != 2 || !double.TryParse(words[0], NumberStyles.Float, CultureInfo.InvariantCulture, out double number) || number is not (>= 0 and < 100_000))
        {
            return null;
        }

        TimeSpan? period = words[1].ToLowerInvariant().TrimEnd('s') switch
        {
            "second" => TimeSpan.FromSeconds(number),
            "minute" => TimeSpan.FromMinutes(number),
            "hour" => TimeSpan.FromHours(number),
            "day" => TimeSpan.FromDays(number),
            "week" => TimeSpan.FromDays(7 * number),
            "month" => TimeSpan.FromDays(30 * number),
            "year" => TimeSpan.FromDays(365 * number),
            _ => null,
        };
        return period > ChoiceSettings.MaxLifetime ? ChoiceSettings.MaxLifetime : period;
    }
}
