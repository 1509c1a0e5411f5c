using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Consent.Benchmarks.Decision;

/// <summary>
/// A pipeline and one request after another through it, as a server does it: the context is used again, the feature
/// collection starts anew, and what is registered with OnStarting runs when the response leaves.
/// </summary>
internal sealed class BenchmarkPipeline
{
    private readonly DefaultHttpContext _context = new();
    private readonly HttpRequestFeature _request = new();
    private readonly StartingResponse _response = new();
    private readonly FeatureCollection _defaults = new();
    private readonly RequestDelegate _pipeline;

    public BenchmarkPipeline(Action<IServiceCollection> services, Action<IApplicationBuilder> pipeline, RequestDelegate end, string? cookie)
    {
        ServiceCollection collection = new();
        collection.AddLogging();
        services(collection);
        ApplicationBuilder app = new(collection.BuildServiceProvider());
        Action<IApplicationBuilder> configure = builder =>
        {
            pipeline(builder);
            builder.Run(end);
        };
        foreach (IStartupFilter filter in app.ApplicationServices.GetServices<IStartupFilter>().Reverse())
        {
            configure = filter.Configure(configure);
        }

        configure(app);
        _pipeline = app.Build();
        _request.Scheme = "https";
        _request.Path = "/";
        _request.Method = "GET";
        _request.Headers.Host = "www.shop.example";
        _request.Headers.Accept = "text/html";
        if (cookie is not null)
        {
            _request.Headers.Cookie = cookie;
        }

        _defaults.Set<IHttpRequestFeature>(_request);
        _defaults.Set<IHttpResponseFeature>(_response);
        _defaults.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(Stream.Null));
    }

    public int Run()
    {
        _response.Reset();
        _context.Initialize(new FeatureCollection(_defaults));
        _pipeline(_context).GetAwaiter().GetResult();
        _response.Start();
        int cookies = _response.Headers.SetCookie.Count;
        _context.Uninitialize();
        return cookies;
    }

    private sealed class StartingResponse : HttpResponseFeature
    {
        private readonly Stack<(Func<object, Task> Callback, object State)> _callbacks = new();

        public override void OnStarting(Func<object, Task> callback, object state) => _callbacks.Push((callback, state));

        public void Start()
        {
            while (_callbacks.TryPop(out (Func<object, Task> Callback, object State) registered))
            {
                registered.Callback(registered.State).GetAwaiter().GetResult();
            }
        }

        public void Reset()
        {
            Headers.Clear();
            Headers.ContentType = "application/json";
        }
    }
}
