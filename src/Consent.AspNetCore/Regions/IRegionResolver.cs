using Microsoft.AspNetCore.Http;

namespace Consent.AspNetCore;

/// <summary>Finds the region that a visitor is in, since the law of the region says what holds before a choice.</summary>
/// <remarks>
/// Register your own with <c>services.AddSingleton&lt;IRegionResolver, MyResolver&gt;()</c>; it then replaces the built-in one.
/// It is asked at most once a request, and must be safe for use from several threads.
/// </remarks>
public interface IRegionResolver
{
    /// <summary>Finds the region of a request.</summary>
    /// <param name="context">The request.</param>
    /// <returns>
    /// ISO 3166-1 alpha-2 (<c>DE</c>) or ISO 3166-2 (<c>US-CA</c>); <see langword="null"/> if it isn't known, which means
    /// that everything optional waits for a yes.
    /// </returns>
    string? Resolve(HttpContext context);
}
