using System.Collections.Concurrent;
using Consent.BrowserTests.Browsers;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(BrowserFixture))]

namespace Consent.BrowserTests.Browsers;

/// <summary>The browsers, started when first needed and shared by all tests; each test has a context of its own.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private readonly ConcurrentDictionary<(BrowserKind Kind, Signal Signal, bool Script), Lazy<Task<IBrowser>>> _browsers = new();
    private readonly ConcurrentBag<string> _profiles = [];
    private readonly Lazy<Task<string>> _chromium;
    private readonly Lazy<Task<string>> _firefox;
    private IPlaywright? _playwright;

    public BrowserFixture()
    {
        _chromium = new(LocateChromiumAsync);
        _firefox = new(() => InstalledProgram.Firefox.LocateAsync());
    }

    public async ValueTask InitializeAsync() => _playwright = await Playwright.CreateAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (Lazy<Task<IBrowser>> browser in _browsers.Values)
        {
            if (browser.IsValueCreated && browser.Value.IsCompletedSuccessfully)
            {
                await (await browser.Value).CloseAsync();
            }
        }

        _playwright?.Dispose();
        foreach (string profile in _profiles)
        {
            Directory.Delete(profile, recursive: true);
        }
    }

    /// <summary>A fresh visitor's browser: no cookies, no history, and the signal that its user set.</summary>
    /// <param name="kind">Which browser.</param>
    /// <param name="signal">The signal that it sends.</param>
    /// <param name="script">Whether it runs scripts.</param>
    /// <param name="options">What else is special about it.</param>
    public async Task<IBrowserContext> NewContextAsync(
        BrowserKind kind, Signal signal = Signal.None, bool script = true, BrowserNewContextOptions? options = null)
    {
        if ((kind, signal) is (BrowserKind.Chromium, Signal.Dnt))
        {
            return await LaunchChromiumWithDntAsync();
        }

        IBrowser browser = await _browsers.GetOrAdd((kind, signal, script), key => new(() => LaunchAsync(key))).Value;
        return await browser.NewContextAsync(new BrowserNewContextOptions(options ?? new()) { JavaScriptEnabled = script });
    }

    private Task<IBrowser> LaunchAsync((BrowserKind Kind, Signal Signal, bool Script) key) =>
        key.Kind == BrowserKind.Firefox ? LaunchFirefoxAsync(key.Signal, key.Script) : LaunchChromiumAsync(key.Signal);

    private async Task<IBrowser> LaunchFirefoxAsync(Signal signal, bool script) => await _playwright!.Firefox.LaunchAsync(new()
    {
        Channel = "moz-firefox",    // stock Firefox, over WebDriver BiDi
        ExecutablePath = await _firefox.Value,
        FirefoxUserPrefs = new Dictionary<string, object>
        {
            ["privacy.globalprivacycontrol.enabled"] = signal == Signal.Gpc,
            ["privacy.donottrackheader.enabled"] = signal == Signal.Dnt,
            ["javascript.enabled"] = script,    // Playwright's own switch stops nothing in stock Firefox
        },
    });

    private async Task<IBrowser> LaunchChromiumAsync(Signal signal)
    {
        IBrowser browser = await _playwright!.Chromium.LaunchAsync(new()
        {
            ExecutablePath = await _chromium.Value,
            Args = [.. s_chromiumArguments, "--enable-features=CDPScreenshotNewSurface,GlobalPrivacyControlTest"],
            IgnoreDefaultArgs = s_ignoredArguments,
        });
        if (signal == Signal.Gpc)
        {
            await TurnGpcOnAsync(browser);
        }

        return browser;
    }

    private static readonly string[] s_chromiumArguments =
        ["--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    // Visitors have a back/forward cache; Playwright turns it off.
    private static readonly string[] s_ignoredArguments = ["--disable-back-forward-cache"];

    private static async Task TurnGpcOnAsync(IBrowser browser)
    {
        try
        {
            ICDPSession session = await browser.NewBrowserCDPSessionAsync();
            await session.SendAsync("Browser.setGlobalPrivacyControl", new() { ["gpc"] = true });
        }
        catch (PlaywrightException missing)
        {
            throw new InvalidOperationException(
                $"Chromium {browser.Version} has no native Global Privacy Control, which these tests need (it came with 152). "
                + "Install a newer one, or set CONSENT_CHROMIUM to the path of one.", missing);
        }
    }

    private async Task<IBrowserContext> LaunchChromiumWithDntAsync()
    {
        string profile = Directory.CreateTempSubdirectory("chromium-dnt-").FullName;
        _profiles.Add(profile);
        string settings = Directory.CreateDirectory(Path.Combine(profile, "Default")).FullName;
        await File.WriteAllTextAsync(Path.Combine(settings, "Preferences"), """{"enable_do_not_track":true}""");
        return await _playwright!.Chromium.LaunchPersistentContextAsync(profile, new()
        {
            ExecutablePath = await _chromium.Value,
            Args = s_chromiumArguments,
            IgnoreDefaultArgs = s_ignoredArguments,
        });
    }

    private async Task<string> LocateChromiumAsync()
    {
        string own = _playwright!.Chromium.ExecutablePath;
        if (InstalledProgram.Chromium.Find(own) is { } found)
        {
            return found;
        }

        await using (await InstallLock.TakeAsync())
        {
            if (Microsoft.Playwright.Program.Main(["install", "chromium"]) == 0 && File.Exists(own))
            {
                return own;
            }
        }

        return await InstalledProgram.Chromium.LocateAsync(own);
    }
}
