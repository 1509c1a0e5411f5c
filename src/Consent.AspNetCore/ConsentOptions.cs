using Microsoft.AspNetCore.Http;

namespace Consent.AspNetCore;

/// <summary>What a site tells in code; what it uses and how it asks is told in <c>consent.json</c>.</summary>
public sealed class ConsentOptions
{
    /// <summary>The nonce of the site's Content-Security-Policy, for the script and style tags that the gate places.</summary>
    /// <value>Called once for each HTML page. Default <see langword="null"/>: no nonce.</value>
    public Func<HttpContext, string?>? Nonce { get; set; }

    /// <summary>
    /// Changes the policy after it is read, and each time it is read again: to add the services of a public list, or to be
    /// strict in one environment.
    /// </summary>
    /// <value>Default <see langword="null"/>: the policy is as its file says.</value>
    public Func<ConsentPolicy, ConsentPolicy>? AdjustPolicy { get; set; }

    /// <summary>
    /// Whether pages leave as shells: closed, with no visitor's state in them, the same for everyone. A shared cache may
    /// then keep them as the application says, and the browser script asks for the state, opens what it allows and shows the
    /// banner. Without script, everything optional stays closed.
    /// </summary>
    /// <value>
    /// Default <see langword="false"/>: pages are made for each visitor, and no shared cache may keep them. They are
    /// made so too where the policy sends a CSP, which can't be the same for everyone. The application must not write pages
    /// differently by the decision.
    /// </value>
    public bool Shell { get; set; }

    /// <summary>How visitors' regions are found.</summary>
    /// <value>Default: not at all, so that everything optional waits for a yes.</value>
    public RegionOptions Regions { get; } = new();

    /// <summary>The day that <c>/.well-known/gpc.json</c> names as the last change of how the site treats GPC.</summary>
    /// <value>Default <see langword="null"/>: the day the policy's file was last written, or the day the site started.</value>
    public DateOnly? GpcLastUpdate { get; set; }
}
