using Consent.BrowserTests.Browsers;
using Microsoft.Playwright;

namespace Consent.BrowserTests.Shops;

/// <summary>Someone in the Shop: a browser of their own, what they do in it, and what it remembers.</summary>
public sealed class Visitor : IAsyncDisposable
{
    /// <summary>A third party that no policy knows: what a page sends to it marks a moment in the log.</summary>
    public const string FenceHost = "fence.localhost";

    private static int s_fences;

    private readonly bool _script;

    private Visitor(ShopServer shop, IBrowserContext context, IPage page, bool script)
    {
        _script = script;
        Shop = shop;
        Context = context;
        Page = page;
    }

    public ShopServer Shop { get; }

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    public Arrivals Arrivals => Shop.Arrivals;

    public ILocator Banner => Page.Locator("[data-pc=banner]");

    public ILocator Dialog => Page.Locator("[data-pc=dialog]");

    public static async Task<Visitor> ComeAsync(
        BrowserFixture browsers, ShopServer shop, BrowserKind kind, Signal signal = Signal.None, bool script = true,
        BrowserNewContextOptions? options = null)
    {
        IBrowserContext context = await browsers.NewContextAsync(kind, signal, script, options);
        return new(shop, context, await context.NewPageAsync(), script);
    }

    /// <summary>The same person with a second tab.</summary>
    public async Task<Visitor> OpenTabAsync() => new(Shop, Context, await Context.NewPageAsync(), _script);

    /// <summary>Takes over what another browser of the same person remembers.</summary>
    public async Task RememberAsync(Visitor before) =>
        await Context.AddCookiesAsync([.. (await before.Context.CookiesAsync()).Select(c => new Cookie
        {
            Name = c.Name, Value = c.Value, Domain = c.Domain, Path = c.Path, Expires = c.Expires,
            HttpOnly = c.HttpOnly, Secure = c.Secure, SameSite = c.SameSite,
        })]);

    public async Task OpenAsync(string path) => await Page.GotoAsync(Shop.Url(path));

    /// <summary>Presses a button or follows a link.</summary>
    public Task ClickAsync(ILocator locator) => locator.ClickAsync(new() { Force = !_script });    // to look first, Playwright needs script

    public Task AcceptAsync() => AnswerAsync("accept");

    public Task RefuseAsync() => AnswerAsync("refuse");

    /// <summary>Allows these categories, and no others, under the banner's "Choose".</summary>
    public async Task ChooseAsync(params string[] categories)
    {
        await ClickAsync(Banner.Locator("[data-pc-action=choose]"));
        foreach (string category in categories)
        {
            await Banner.Locator($"[data-pc-category={category}]").CheckAsync(new() { Force = !_script });
        }

        await AnswerAsync("save");
    }

    /// <summary>Opens the choices by the link that every page has.</summary>
    public async Task OpenChoicesAsync()
    {
        await Page.Locator("footer [data-pc-action=choose]").ClickAsync();
        await Dialog.WaitForAsync();
    }

    /// <summary>Withdraws by the link that every page has. The page comes back anew, without what ran in it.</summary>
    public async Task WithdrawAsync()
    {
        await OpenChoicesAsync();
        await ReloadByAsync(() => Dialog.Locator("[data-pc-action=withdraw]").ClickAsync());
    }

    /// <summary>Does what makes the page load again, and waits until it has.</summary>
    public async Task ReloadByAsync(Func<Task> act)
    {
        await Page.EvaluateAsync("() => { window.isOld = true; }");
        await act();
        await Page.WaitForFunctionAsync("() => !window.isOld && document.readyState === 'complete'");
    }

    /// <summary>
    /// Marks a moment in the third parties' log. All that the page had asked for by now has then arrived, or never will.
    /// </summary>
    public async Task FenceAsync()
    {
        int number = Interlocked.Increment(ref s_fences);
        string url = Shop.FenceUrl(number);
        await Page.EvaluateAsync("url => fetch(url, { mode: 'no-cors' }).then(() => true)", url);
        await Arrivals.WaitForAsync(r => r.Host == FenceHost && r.Path == $"/{number}", "a fence");
    }

    /// <summary>The names of the cookies that the browser keeps for the shop, but for those it can't do without.</summary>
    public async Task<string[]> OptionalCookiesAsync() =>
        [.. (await Context.CookiesAsync())
            .Where(c => c.Domain.TrimStart('.') == "localhost")
            .Select(c => c.Name)
            .Where(name => name.TrimStart('_').StartsWith("shop_", StringComparison.Ordinal) || name == "parlour_guest")
            .Order(StringComparer.Ordinal)];

    public Task<string> ReasonAsync(string category) =>
        Page.EvaluateAsync<string>("id => window.consent.state.categories[id].reason", category);

    public async ValueTask DisposeAsync() => await Context.CloseAsync();

    private async Task AnswerAsync(string action)
    {
        await ClickAsync(Banner.Locator($"[data-pc-action={action}]"));
        await Banner.WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }
}
