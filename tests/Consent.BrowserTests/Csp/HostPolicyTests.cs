using Consent.BrowserTests.Browsers;
using Microsoft.Playwright;

namespace Consent.BrowserTests.Csp;

public sealed class HostPolicyTests(BrowserFixture browsers)
{
    // Every way by which a first-party script reaches a third party, each ended by load, error or violation.
    private const string ReachOut = """
        async base => {
          const ends = element => new Promise(done => { element.onload = element.onerror = done; setTimeout(done, 3000); });
          const add = (name, set) => { const element = Object.assign(document.createElement(name), set); const end = ends(element); document.body.append(element); return end; };
          const socket = new Promise(done => { try { const s = new WebSocket(base.replace('http', 'ws') + 'socket'); s.onopen = s.onerror = s.onclose = done; } catch { done(); } });
          const worker = new Promise(done => { const w = new Worker('/worker.js'); w.onmessage = w.onerror = done; w.postMessage([base + 'worker']); });
          navigator.sendBeacon(base + 'beacon', 'x');
          document.head.append(Object.assign(document.createElement('link'), { rel: 'preload', as: 'image', href: base + 'preload' }));
          await Promise.all([
            add('img', { src: base + 'img' }),
            add('script', { src: base + 'script' }),
            add('link', { rel: 'stylesheet', href: base + 'style.css' }),
            add('iframe', { src: base + 'frame' }),
            fetch(base + 'fetch', { mode: 'no-cors' }).catch(() => {}),
            socket, worker,
          ]);
        }
        """;

    private static readonly string[] s_paths = ["/beacon", "/fetch", "/frame", "/img", "/preload", "/script", "/socket", "/style.css", "/worker"];

    [Theory]
    [BothBrowsers]
    public async Task ScriptedRequest_ToADeniedOrUndeclaredHost_NeverLeavesTheBrowser(BrowserKind kind)
    {
        await using HostPolicySite site = await HostPolicySite.StartAsync();
        await using IBrowserContext context = await browsers.NewContextAsync(kind);
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(site.Url);
        Assert.Equal("inline 2", await page.EvaluateAsync<string>("() => window.ran"));
        Assert.Equal("rgb(1, 2, 3)", await page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('main')).color"));

        foreach (string party in (string[])["ads", "stats", "nobody", "pay"])
        {
            await page.EvaluateAsync(ReachOut, site.At(party, ""));
        }

        foreach (string path in s_paths)
        {
            await site.WaitForAsync("pay " + path);
        }

        Assert.Equal(s_paths.Select(static p => "pay " + p), site.Arrived);
        await site.WaitForAsync("report");
        Assert.Contains(site.Reported, static r => r.StartsWith("204 ", StringComparison.Ordinal) && r.Contains("ads.localhost", StringComparison.Ordinal));
    }

    [Theory]
    [BothBrowsers]
    public async Task Grant_InStrictMode_ReloadsAndLetsThatCategoryOut(BrowserKind kind)
    {
        await using HostPolicySite site = await HostPolicySite.StartAsync();
        await using IBrowserContext context = await browsers.NewContextAsync(kind);
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(site.Url);
        await page.EvaluateAsync("() => { window.isOld = true; }");

        await page.EvaluateAsync("() => { void window.consent.set({ analytics: true, marketing: false }); }");
        await page.WaitForFunctionAsync("() => !window.isOld && document.readyState === 'complete'");
        foreach (string party in (string[])["ads", "stats"])
        {
            await page.EvaluateAsync(ReachOut, site.At(party, ""));
        }

        foreach (string path in s_paths)
        {
            await site.WaitForAsync("stats " + path);
        }

        Assert.Equal(s_paths.Select(static p => "stats " + p), site.Arrived);
    }

    [Theory]
    [BothBrowsers]
    public async Task ReportOnly_LetsAllOutAndIsToldOfIt(BrowserKind kind)
    {
        await using HostPolicySite site = await HostPolicySite.StartAsync("report-only");
        await using IBrowserContext context = await browsers.NewContextAsync(kind);
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(site.Url);

        await page.EvaluateAsync(ReachOut, site.At("nobody", ""));

        await site.WaitForAsync("nobody /img");
        await site.WaitForAsync("report");
        Assert.Contains(site.Reported, static r => r.StartsWith("204 ", StringComparison.Ordinal) && r.Contains("nobody.localhost", StringComparison.Ordinal));
    }
}
