using System.Text;
using Consent;
using Consent.AspNetCore;
using Gateway.Compression;
using Gateway.Upstream;

namespace Gateway;

/// <summary>The gateway: what it is made of, and in which order a request passes it.</summary>
internal static class GatewayApplication
{
    public static WebApplication Create(GatewayArguments arguments)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder();
        builder.Logging.AddFilter("Yarp", LogLevel.Warning).AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(static kestrel =>
        {
            kestrel.AddServerHeader = false;                            // the site's own is passed on
            kestrel.Limits.MaxRequestBodySize = null;                   // the site sets its limits itself
            kestrel.RequestHeaderEncodingSelector = static _ => Encoding.Latin1;    // every byte passes as it is
            kestrel.ResponseHeaderEncodingSelector = static _ => Encoding.Latin1;
        });
        if (arguments.Urls is not null)
        {
            builder.WebHost.UseUrls(arguments.Urls);
        }

        if (arguments.Policy is null)
        {
            builder.Services.AddConsent(Configure);
        }
        else
        {
            builder.Services.AddConsent(arguments.Policy, Configure);
        }

        builder.Services.AddOutwardCompression();
        builder.Services.AddUpstream(arguments.Upstream, arguments.Timeout);

        WebApplication app = builder.Build();
        app.UseOutwardCompression();
        app.UseConsent();           // inside compression: it reads pages as the site wrote them
        app.MapConsent();           // goes before whatever the site has under these paths
        app.MapUpstream();
        return app;

        void Configure(ConsentOptions options)
        {
            options.AdjustPolicy = policy => InMode(policy, arguments);
            if (arguments.Trust is { } network)
            {
                options.Regions.Trust(network);
            }
        }
    }

    private static ConsentPolicy InMode(ConsentPolicy policy, GatewayArguments arguments)
    {
        policy = arguments.Strict ? policy.WithStrict() : policy;
        return arguments.Report ? policy.WithEnforcement(EnforcementMode.Report) : policy;
    }
}
