using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Consent.AspNetCore;

/// <summary>
/// Puts the outermost middleware in place. It comes before all that the application adds, since OnStarting callbacks run last
/// in, first out: the gate's must run after everybody else's.
/// </summary>
internal sealed class ConsentStartupFilter(ConsentRuntime runtime) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(inner => new OutermostMiddleware(inner, runtime).InvokeAsync);
        next(app);
    };
}
