using Consent;
using Consent.AspNetCore;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds Consent to an application.</summary>
public static class ConsentServiceCollectionExtensions
{
    /// <summary>Adds Consent with the default policy: the four categories, the catalogue, the built-in regions.</summary>
    /// <param name="services">The application's services.</param>
    /// <returns>The services, for more.</returns>
    public static IServiceCollection AddConsent(this IServiceCollection services) => services.AddConsent(ConsentPolicy.Default);

    /// <summary>Adds Consent with the default policy and with options.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The services, for more.</returns>
    public static IServiceCollection AddConsent(this IServiceCollection services, Action<ConsentOptions> configure) =>
        services.AddConsent(ConsentPolicy.Default, configure);

    /// <summary>Adds Consent with the policy of a file, which is read again when it changes.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="policyFile">The file's path; a relative one starts at the content root.</param>
    /// <returns>The services, for more.</returns>
    /// <remarks>
    /// From here on the Set-Cookie gate is in place. A file with errors stops the start with a
    /// <see cref="ConsentPolicyException"/> that lists them all.
    /// </remarks>
    public static IServiceCollection AddConsent(this IServiceCollection services, string policyFile) =>
        services.AddConsent(policyFile, static _ => { });

    /// <summary>Adds Consent with the policy of a file, which is read again when it changes, and with options.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="policyFile">The file's path; a relative one starts at the content root.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The services, for more.</returns>
    public static IServiceCollection AddConsent(this IServiceCollection services, string policyFile, Action<ConsentOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrWhiteSpace(policyFile);
        return services.AddConsent(configure, provider => new PolicySource(
            Path.Combine(provider.GetRequiredService<IHostEnvironment>().ContentRootPath, policyFile),
            provider.GetRequiredService<IOptions<ConsentOptions>>().Value,
            provider.GetRequiredService<ILogger<PolicySource>>()));
    }

    /// <summary>Adds Consent with a policy that is at hand.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="policy">The policy.</param>
    /// <returns>The services, for more.</returns>
    public static IServiceCollection AddConsent(this IServiceCollection services, ConsentPolicy policy) =>
        services.AddConsent(policy, static _ => { });

    /// <summary>Adds Consent with a policy that is at hand and with options.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The services, for more.</returns>
    public static IServiceCollection AddConsent(this IServiceCollection services, ConsentPolicy policy, Action<ConsentOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(policy);
        return services.AddConsent(
            configure,
            provider => new PolicySource(
                policy,
                provider.GetRequiredService<IOptions<ConsentOptions>>().Value,
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<PolicySource>>()));
    }

    private static IServiceCollection AddConsent(
        this IServiceCollection services, Action<ConsentOptions> configure, Func<IServiceProvider, PolicySource> policies)
    {
        ArgumentNullException.ThrowIfNull(configure);
        services.AddOptions<ConsentOptions>()
            .Configure(configure)
            .Validate(
                static o => o.Regions.Fixed is null || RegionTable.IsKnown(o.Regions.Fixed),
                "ConsentOptions.Regions.Fixed is not a region; expected ISO 3166-1 alpha-2, such as \"DE\", or ISO 3166-2, such as \"US-CA\".")
            .ValidateOnStart();
        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IRegionResolver, HeaderRegionResolver>();
        services.TryAddSingleton<ConsentMetrics>();
        services.TryAddSingleton<ConsentRuntime>();
        services.RemoveAll<PolicySource>();
        services.AddSingleton(policies);
        if (!services.Any(static d => d.ImplementationType == typeof(ConsentStartupFilter)))
        {
            // First of all startup filters, also those that the host added before: its middleware is then the outermost.
            services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter, ConsentStartupFilter>());
        }

        return services;
    }
}
