namespace Consent.BrowserTests.Html;

/// <summary>Tags of every kind that leads to a host, none of them marked.</summary>
internal static class UnmarkedPage
{
    /// <summary>What all browsers load by themselves once the tags are open.</summary>
    public static readonly string[] Loading =
    [
        "/audio.mp3", "/embed.gif", "/frame", "/image.gif", "/import.css", "/inline.gif", "/input.gif", "/module.js",
        "/modulepreload.js", "/object.gif", "/picture.gif", "/poster.gif", "/preload.gif", "/script.js",
        "/set.gif", "/srcdoc.gif", "/style-attribute.gif", "/style-element.gif", "/style.css", "/svg-image.gif",
        "/svg-xlink.gif", "/td.gif", "/video.mp4",
    ];

    /// <summary>What depends on the browser, or on what else it loaded.</summary>
    public static readonly string[] Possible = ["/icon.gif", "/prefetch.js", "/preload-set.gif", "/track.vtt", "/use.svg", "/fe.gif", "/fill.svg"];

    /// <summary>All kinds, to one party.</summary>
    /// <param name="at">The party's address.</param>
    /// <param name="id">The party's id.</param>
    public static string Tags(string at, string id) => $"""
        <link rel="stylesheet" href="{at}style.css">
        <link rel="preload" as="image" href="{at}preload.gif">
        <link rel="preload" as="image" imagesrcset="{at}preload-set.gif 1x">
        <link rel="preconnect" href="{at}">
        <link rel="dns-prefetch" href="{at}">
        <link rel="prefetch" href="{at}prefetch.js">
        <link rel="modulepreload" href="{at}modulepreload.js">
        <link rel="icon" href="{at}icon.gif">
        <style type="text/css" id="sheet-{id}">@import url("{at}import.css"); .{id} {"{"} background: url({at}style-element.gif) {"}"} /* > & " */</style>
        <p class="{id}">Text</p>
        <p style="background-image: url('{at}style-attribute.gif')">Text</p>
        <script src="{at}script.js"></script>
        <script type="module" src="{at}module.js"></script>
        <script>function {id}q(url) {"{"} new Image().src = url; {"}"} {id}q("{at}inline.gif");</script>
        <img src="{at}image.gif" alt="">
        <img srcset="{at}set.gif 1x" alt="">
        <picture><source srcset="{at}picture.gif"><img src="data:," alt=""></picture>
        <iframe src="{at}frame" title="frame"></iframe>
        <iframe srcdoc="&lt;img src='{at}srcdoc.gif' alt=''>" title="inner"></iframe>
        <video src="{at}video.mp4" poster="{at}poster.gif" preload="auto"><track default src="{at}track.vtt"></video>
        <audio src="{at}audio.mp3" preload="auto" controls></audio>
        <embed type="image/gif" src="{at}embed.gif">
        <object type="image/gif" data="{at}object.gif"></object>
        <input type="image" alt="Go" src="{at}input.gif">
        <table><tr><td background="{at}td.gif">Cell</td></tr></table>
        <svg width="20" height="20">
          <image href="{at}svg-image.gif" width="5" height="5"/>
          <image xlink:href="{at}svg-xlink.gif" width="5" height="5"/>
          <use href="{at}use.svg#a"/>
          <filter id="filter-{id}"><feImage href="{at}fe.gif"/></filter>
          <rect width="5" height="5" filter="url(#filter-{id})" fill="url({at}fill.svg#a)"/>
          <a href="#top"><set id="set-{id}" attributeName="href" to="{at}set-to"/></a>
        </svg>
        <noscript><img src="{at}noscript.gif" alt=""></noscript>
        <template><img src="{at}template.gif" alt=""></template>
        <form id="form-{id}" action="{at}action" method="post"><button formaction="{at}formaction">Send</button></form>
        <a id="ping-{id}" href="#top" ping="{at}ping?a=1&amp;b=2">Top</a>
        """;

    /// <summary>A page that leads away at once.</summary>
    /// <param name="at">Where it leads.</param>
    public static string Refresh(string at) => $"""<meta http-equiv="refresh" content="0;url={at}refreshed">""";
}
