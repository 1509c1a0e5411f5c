using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Consent.AspNetCore.Tests;

/// <summary>What is special about a test's site.</summary>
internal sealed record SiteSetup
{
    public required Action<WebApplication> Pipeline { get; init; }

    /// <summary>The text of consent.json, or <see langword="null"/> for a site that adds Consent itself, or doesn't.</summary>
    public string? Policy { get; init; } = Site.AnalyticsAndMarketing;

    public Action<ConsentOptions>? Options { get; init; }

    public Action<IServiceCollection>? Services { get; init; }

    public bool Kestrel { get; init; }

    public Uri Address { get; init; } = new("https://www.shop.example");
}
