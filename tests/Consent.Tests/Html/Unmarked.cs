using System.Text;

namespace Consent.Tests.Html;

/// <summary>Plans that close what nobody marked.</summary>
internal static class Unmarked
{
    public static readonly ConsentPolicy Policy = ConsentPolicy.Parse(
        """
        { "services": [
          { "id": "tracker", "name": "T", "category": "marketing", "hosts": ["t.example"], "scripts": ["trackq("] },
          { "id": "counter", "name": "C", "category": "analytics", "hosts": ["c.example"], "scripts": ["countq("] },
          { "id": "cdn", "name": "N", "category": "necessary", "hosts": ["n.example"] } ] }
        """u8);

    /// <summary>Marketing is denied, analytics allowed.</summary>
    public static TestPlan Plan(params string[] allowed) => new(allowed.Length == 0 ? ["analytics"] : allowed) { Policy = Policy };

    public static string Run(string html, TestPlan? plan = null) =>
        Encoding.UTF8.GetString(Gate.Run(Encoding.UTF8.GetBytes(html), plan ?? Plan(), []));
}
