using System.Text;

namespace Consent.Tests.Catalogue;

/// <summary>What every site has in its pages must not be taken for a service's snippet.</summary>
public sealed class InnocentScriptTests
{
    public static TheoryData<string> Snippets =>
    [
        "document.documentElement.classList.replace('no-js', 'js');",
        "try { if (localStorage.theme === 'dark') document.documentElement.dataset.theme = 'dark' } catch (e) {}",
        "window.dataLayer = window.dataLayer || [];",
        "window.dataLayer = window.dataLayer || []; function gtag() { dataLayer.push(arguments); } gtag('consent', 'default', { ad_storage: 'denied', analytics_storage: 'denied' });",
        "dataLayer.push({ event: 'view_item', items: [{ id: 'A1', price: 4.5 }] });",
        "var analytics = { track: function () {} }; analytics.track('x');",
        "window.__NEXT_DATA__ = {\"props\":{\"pageProps\":{\"title\":\"Heap and stack, explained\"}},\"page\":\"/\"}",
        "self.__next_f.push([1,\"hello\"])",
        "(self.webpackChunk = self.webpackChunk || []).push([[179], { 4184: () => {} }]);",
        "window.__NUXT__ = (function (a, b) { return { data: [a], state: b } })(1, 2);",
        "Blazor.start({ ssr: { disableDomPreservation: true } });",
        "if (!window.fetch) document.write('<script src=\"/lib/fetch.js\"><\\/script>');",
        "jQuery(function ($) { $('.carousel').carousel({ interval: 4000 }); });",
        "$(document).ready(function () { $('#menu').on('click', toggle); });",
        "var swiper = new Swiper('.swiper', { loop: true });",
        "const pixel = context.getImageData(x, y, 1, 1).data; drawPixel(pixel);",
        "function push(heap, node) { heap.load = 1; heap.push(node); sift.up(heap); }",
        "const q = []; q.push(1); myq.push(2); window.q = q;",
        "const share = { facebook: 'https://www.facebook.com/sharer/sharer.php?u=', x: 'https://x.com/intent/post?url=' };",
        "var links = ['https://www.linkedin.com/company/acme', 'https://www.instagram.com/acme', 'https://www.youtube.com/@acme'];",
        "{\"@context\":\"https://schema.org\",\"@type\":\"Organization\",\"sameAs\":[\"https://www.facebook.com/acme\",\"https://www.pinterest.com/acme\"]}",
        "const map = new Map([['a', 1]]); map.set('b', 2);",
        "import { createApp } from '/js/vue.js'; createApp({ data() { return { count: 0 } } }).mount('#app');",
        "import confetti from 'https://cdn.jsdelivr.net/npm/canvas-confetti/+esm'; confetti();",
        "htmx.config.globalViewTransitions = true;",
        "Alpine.data('dropdown', () => ({ open: false }));",
        "window.addEventListener('load', () => navigator.serviceWorker.register('/sw.js'));",
        "document.querySelectorAll('time').forEach(t => { t.textContent = new Date(t.dateTime).toLocaleString(); });",
        "var s = document.createElement('script'); s.src = '/js/app.js'; s.async = true; document.head.appendChild(s);",
        "new IntersectionObserver(e => e.forEach(x => x.isIntersecting && x.target.play())).observe(video);",
        "const player = document.querySelector('video'); player.volume = .5; player.load();",
        "window.app = { csrf: 'a8f5', locale: 'en', user: null, track: true, segment: 'b2b', cluster: 'eu-1' };",
        "const branch = repo.branch('init'); git.push(branch);",
        "let ga = 1; let gaq = []; const fbquery = 2; const pintrkt = 3;",
        "performance.mark('start'); requestAnimationFrame(() => performance.measure('paint', 'start'));",
        "MathJax = { tex: { inlineMath: [['$', '$']] } };",
        "hljs.highlightAll(); Prism.highlightAll();",
        "console.log('%cHello, hotjar and clarity fans', 'color: red');",
        "WebFontConfig = { google: { families: ['Inter'] } };",
        "window.lazySizesConfig = window.lazySizesConfig || {}; lazySizesConfig.init = false;",
        "Shopify.theme = { name: 'Dawn', id: 1 };",
        "wp.i18n.setLocaleData({ 'text direction': ['ltr'] });",
        "var wc_add_to_cart_params = { ajax_url: '/wp-admin/admin-ajax.php' };",
        "drupalSettings = { path: { baseUrl: '/' } };",
        "if ('speculationRules' in HTMLScriptElement.supports) { }",
        "_.template('<b><%= name %></b>'); $_ = 1; _x = 2;",
    ];

    [Theory]
    [MemberData(nameof(Snippets))]
    public void FindScript_OfAnInnocentSnippet_FindsNothing(string snippet) =>
        Assert.Null(ConsentPolicy.Default.FindScript(Encoding.UTF8.GetBytes(snippet))?.Service.Id);

    [Theory]
    [InlineData("(function(w,d,s,l,i){w[l]=w[l]||[];w[l].push({'gtm.start':new Date().getTime(),event:'gtm.js'});})(window,document,'script','dataLayer','GTM-1');", "google-tag-manager")]
    [InlineData("window.dataLayer=window.dataLayer||[];function gtag(){dataLayer.push(arguments);}gtag('js',new Date());gtag('config','G-ABC');", "google-tag-manager")]
    [InlineData("gtag('config', 'AW-123');", "google-ads")]
    [InlineData("!function(f,b,e,v,n,t,s){n=f.fbq=function(){}}(window,document,'script','https://connect.facebook.net/en_US/fbevents.js');fbq('init','1');", "meta-pixel")]
    [InlineData("(function(h,o,t,j,a,r){h.hj=h.hj||function(){};h._hjSettings={hjid:1,hjsv:6};})(window,document);", "hotjar")]
    [InlineData("(function(c,l,a,r,i,t,y){t.src=\"https://www.clarity.ms/tag/\"+i;})(window, document, \"clarity\", \"script\", \"x\");", "microsoft-clarity")]
    [InlineData("(function(w,d,t,r,u){w[u]=w[u]||[]})(window,document,\"script\",\"//bat.bing.com/bat.js\",\"uetq\");", "bing-ads")]
    [InlineData("var _paq = window._paq = window._paq || []; _paq.push(['trackPageView']);", "matomo")]
    [InlineData("_linkedin_partner_id = \"1\";", "linkedin-insight")]
    [InlineData("!function(w,d,t){w.TiktokAnalyticsObject=t;}(window,document,'ttq');", "tiktok-pixel")]
    [InlineData("!function(e){e.pintrk=function(){}}(window); pintrk('load','1');", "pinterest-tag")]
    [InlineData("snaptr('init', 'x');", "snap-pixel")]
    [InlineData("var _hmt = _hmt || []; hm.src = \"https://hm.baidu.com/hm.js?1\";", "baidu-tongji")]
    [InlineData("(adsbygoogle = window.adsbygoogle || []).push({});", "google-ads")]
    [InlineData("window.intercomSettings = { app_id: 'x' };", "intercom")]
    [InlineData("var Tawk_API = Tawk_API || {};", "tawk-to")]
    [InlineData("_satellite.pageBottom();", "adobe-launch")]
    [InlineData("var _hsq = window._hsq = window._hsq || [];", "hubspot")]
    [InlineData("window.NREUM||(NREUM={});", "new-relic")]
    public void FindScript_OfABootstrapSnippet_FindsItsService(string snippet, string service) =>
        Assert.Equal(service, ConsentPolicy.Default.FindScript(Encoding.UTF8.GetBytes(snippet))?.Service.Id);
}
