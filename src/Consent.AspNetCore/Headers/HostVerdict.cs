using Consent.Html;

namespace Consent.AspNetCore;

/// <summary>Whether a decision lets a page reach a host.</summary>
/// <param name="Passes">Whether it may be reached.</param>
/// <param name="Host">The host, empty if it is the site's own or can't be told.</param>
/// <param name="Service">Whose it is, or <see langword="null"/>.</param>
/// <param name="Category">What it follows, or <see langword="null"/> if it is the site's own or undeclared.</param>
internal readonly record struct HostVerdict(bool Passes, string Host, Service? Service, Category? Category)
{
    /// <summary>Whether nobody declared the host.</summary>
    public bool IsUndeclared => Host.Length > 0 && Category is null;

    /// <summary>Whether another visitor may get another answer.</summary>
    public bool DependsOnVisitor => Category is { Required: false };

    public static HostVerdict Of(ReadOnlySpan<char> url, ConsentFeature feature)
    {
        UrlTarget target = HeaderUrl.Find(url, out string host);
        if (target != UrlTarget.Host)
        {
            bool holdsNothing = feature.Policy.UndeclaredHosts == UndeclaredRule.Allow && feature.Decided.AllowsAll;
            return new(target == UrlTarget.None || holdsNothing, "", null, null);
        }

        bool isOwnHost = string.Equals(host, feature.Context.Request.Host.Host.TrimEnd('.'), StringComparison.OrdinalIgnoreCase);
        ConsentPolicy policy = feature.Policy;
        if (policy.FindHost(host) is { Category: { } category } declaration)
        {
            // The catalogue doesn't speak of the site itself; its own policy may.
            if (!isOwnHost || policy.Services.Contains(declaration.Service))
            {
                return new(feature.Decided.Allowed.Contains(category.Index), host, declaration.Service, category);
            }
        }

        return isOwnHost ? new(true, "", null, null) : new(policy.UndeclaredHosts == UndeclaredRule.Allow, host, null, null);
    }
}
