using Consent.AspNetCore;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the endpoints.</summary>
public static class ConsentEndpointRouteBuilderExtensions
{
    private static readonly string[] s_read = [HttpMethods.Get, HttpMethods.Head];
    private static readonly string[] s_write = [HttpMethods.Post];

    /// <summary>
    /// Maps the choices page, the endpoints that take a choice and tell the state and the receipt, the files that browsers
    /// load, all beneath the policy's base path, and <c>/.well-known/gpc.json</c>.
    /// </summary>
    /// <param name="endpoints">The routes.</param>
    /// <returns>All the endpoints, to add conventions to.</returns>
    /// <exception cref="InvalidOperationException">AddConsent was not called.</exception>
    public static IEndpointConventionBuilder MapConsent(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ConsentRuntime runtime = endpoints.ServiceProvider.GetService<ConsentRuntime>() ?? throw new InvalidOperationException(
            "MapConsent needs the services of Consent. Add builder.Services.AddConsent(\"consent.json\") before the application is built.");
        string basePath = runtime.Policies.Current.Policy.BasePath;
        RouteGroupBuilder group = endpoints.MapGroup("");
        group.MapMethods(basePath, s_read, ChoicesPage.GetAsync);
        group.MapMethods(basePath, s_write, ChoiceEndpoint.PostAsync);
        group.MapMethods(basePath + "/state", s_read, StateEndpoint.GetAsync);
        group.MapMethods(basePath + "/receipt", s_read, ReceiptEndpoint.GetAsync);
        group.MapMethods(basePath + CspHeader.ReportsPath, s_write, ReportsEndpoint.PostAsync);
        group.MapMethods("/.well-known/gpc.json", s_read, GpcEndpoint.GetAsync);
        foreach (Asset asset in Asset.All)
        {
            group.MapMethods($"{basePath}/{asset.Name}", s_read, asset.GetAsync);
        }

        return group;
    }
}
