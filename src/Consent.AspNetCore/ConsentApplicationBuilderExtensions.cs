using Consent.AspNetCore;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Puts the gates into the pipeline.</summary>
public static class ConsentApplicationBuilderExtensions
{
    /// <summary>
    /// Adds the request gate, which takes cookies of denied categories out of the request and expires them in the browser, and
    /// the HTML gate, which opens the marked tags that the decision allows and places the banner.
    /// </summary>
    /// <param name="app">The pipeline.</param>
    /// <returns>The pipeline, for more.</returns>
    /// <remarks>
    /// Its place is inside forwarded headers, exception handling and response compression, and outside output caching and
    /// static files: what is compressed it can't read, and what is cached must be the same for everyone.
    /// </remarks>
    /// <exception cref="InvalidOperationException">AddConsent was not called.</exception>
    public static IApplicationBuilder UseConsent(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        _ = app.ApplicationServices.GetService<ConsentRuntime>() ?? throw new InvalidOperationException(
            "UseConsent needs the services of Consent. Add builder.Services.AddConsent(\"consent.json\") before the application is built.");
        return app.Use(static next => new ConsentMiddleware(next).InvokeAsync);
    }
}
