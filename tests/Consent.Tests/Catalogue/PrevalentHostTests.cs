namespace Consent.Tests.Catalogue;

/// <summary>Hosts that a large part of the web loads from.</summary>
public sealed class PrevalentHostTests
{
    [Theory]
    [InlineData("marketing", """
        doubleclick.net googlesyndication.com googleadservices.com googletagservices.com 2mdn.net adservice.google.com
        facebook.net facebook.com fbcdn.net connect.facebook.net instagram.com cdninstagram.com
        adnxs.com adnxs-simple.com rubiconproject.com pubmatic.com openx.net casalemedia.com indexww.com criteo.com criteo.net
        amazon-adsystem.com bat.bing.com linkedin.com px.ads.linkedin.com licdn.com twitter.com ads-twitter.com t.co twimg.com x.com
        tiktok.com analytics.tiktok.com snapchat.com sc-static.net tr.snapchat.com pinterest.com ct.pinterest.com pinimg.com
        reddit.com redditstatic.com quora.com taboola.com outbrain.com outbrainimg.com zemanta.com teads.tv 3lift.com sharethrough.com
        smartadserver.com adform.net bidswitch.net mathtag.com adsrvr.org demdex.net everesttech.net bluekai.com bkrtx.com krxd.net
        rlcdn.com pippio.com crwdcntrl.net quantserve.com quantcount.com scorecardresearch.com imrworldwide.com exelator.com agkn.com
        tapad.com eyeota.net ml314.com zeotap.com adsymptotic.com turn.com tremorhub.com spotxchange.com 33across.com tynt.com
        lijit.com sovrn.com viglink.com skimresources.com gumgum.com yieldmo.com media.net kargo.com contextweb.com fwmrm.net
        stickyadstv.com smaato.net 1rx.io unrulymedia.com 360yield.com adition.com yieldlab.net emetriq.de id5-sync.com liadm.com
        sonobi.com emxdgt.com stackadapt.com simpli.fi dotomi.com mediaplex.com emjcd.com bttrack.com bidr.io creativecdn.com a-mo.net
        onetag-sys.com adkernel.com loopme.me postrelease.com ntv.io undertone.com connatix.com primis.tech serving-sys.com rfihub.com
        sitescout.com mookie1.com advertising.com analytics.yahoo.com ads.yahoo.com yimg.com doubleverify.com adsafeprotected.com
        moatads.com adrta.com deepintent.com ipredictive.com w55c.net ctnsnet.com weborama.fr semasio.net owneriq.net admixer.net
        mgid.com revcontent.com seedtag.com omnitagjs.com spot.im vidoomy.com yandex.st an.yandex.ru vk.com mail.ru adfox.ru
        company-target.com 6sc.co ws.zoominfo.com clearbit.com lfeeder.com awin1.com dwin1.com impactradius-event.com
        linksynergy.com tradedoubler.com prf.hn shareasale.com addthis.com sharethis.com attn.tv steelhousemedia.com adroll.com
        permutive.com hadronid.net intentiq.com uidapi.com prebid-server.rubiconproject.com acuityplatform.com extend.tv lkqd.net
        tribalfusion.com media6degrees.com yieldoptimizer.com netmng.com flashtalking.com btloader.com appsflyer.com branch.io
        youtube.com youtube-nocookie.com ytimg.com dailymotion.com soundcloud.com open.spotify.com disqus.com rezync.com
        hs-scripts.com hs-analytics.net hsforms.net hubspot.com marketo.net mktoresp.com pardot.com eloqua.com en25.com exacttarget.com
        klaviyo.com list-manage.com chimpstatic.com sendgrid.net onesignal.com pushwoosh.com braze.com omappapi.com bounceexchange.com
        scarabresearch.com sail-horizon.com gwallet.com mfadsrvr.com xg4ken.com socdm.com im-apps.net
        """)]
    [InlineData("analytics", """
        google-analytics.com www.googletagmanager.com googletagmanager.com clarity.ms hotjar.com hotjar.io omtrdc.net 2o7.net
        adobedtm.com chartbeat.com chartbeat.net parsely.com nr-data.net js-agent.newrelic.com optimizely.com segment.com segment.io
        mixpanel.com mxpnl.com amplitude.com heapanalytics.com fullstory.com mouseflow.com luckyorange.com crazyegg.com
        contentsquare.net clicktale.net inspectlet.com quantummetric.com sessioncam.com decibelinsight.net glassboxdigital.io
        mc.yandex.ru hm.baidu.com cnzz.com matomo.cloud piwik.pro plausible.io usefathom.com simpleanalyticscdn.com
        cloudflareinsights.com vitals.vercel-insights.com sentry.io sentry-cdn.com bugsnag.com rollbar.com logrocket.io lr-ingest.io
        datadoghq-browser-agent.com browser-intake-datadoghq.com ruxit.com go-mpulse.net akstat.io tealiumiq.com tiqcdn.com
        ensighten.com mparticle.com rudderlabs.com visualwebsiteoptimizer.com abtasty.com kameleoon.eu dynamicyield.com monetate.net
        convertexperiments.com qualtrics.com surveymonkey.com typeform.com usabilla.com foresee.com medallia.com kampyle.com
        ioam.de etracker.com etracker.de webtrekk.net wt-eu02.net econda-monitor.de xiti.com ati-host.net piano.io tinypass.com
        cxense.com statcounter.com histats.com getclicky.com stats.wp.com posthog.com pendo.io snowplowanalytics.com
        dc.services.visualstudio.com js.monitor.azure.com vimeo.com vimeocdn.com wistia.com wistia.net brightcove.net jwplayer.com
        jwpcdn.com bizible.com callrail.com tagcommander.com commander1.com statsigapi.net webtrends.com tns-counter.ru
        appdynamics.com eum-appdynamics.com
        """)]
    [InlineData("preferences", """
        intercom.io intercomcdn.com drift.com driftt.com zdassets.com zopim.com zendesk.com tawk.to livechatinc.com olark.com crisp.chat
        liveperson.net lpsnmedia.net smartsuppchat.com jivosite.com tidio.co fonts.googleapis.com fonts.gstatic.com typekit.net
        use.typekit.net fontawesome.com use.fontawesome.com kit.fontawesome.com maps.googleapis.com maps.google.com mapbox.com
        openstreetmap.org www.google.com www.gstatic.com recaptcha.net accounts.google.com gravatar.com trustpilot.com
        virtualearth.net arcgis.com translate.google.com calendly.com
        """)]
    [InlineData("necessary", """
        hcaptcha.com challenges.cloudflare.com stripe.com js.stripe.com paypal.com paypalobjects.com klarna.com adyen.com
        cdn.jsdelivr.net cdnjs.cloudflare.com unpkg.com code.jquery.com ajax.googleapis.com bootstrapcdn.com forter.com riskified.com
        siftscience.com sift.com perimeterx.net px-cloud.net datadome.co captcha-delivery.com cookielaw.org onetrust.com
        cookiebot.com usercentrics.eu didomi.io trustarc.com osano.com iubenda.com axept.io privacy-mgmt.com consentmanager.net
        cookieyes.com cdn-cookieyes.com termly.io
        """)]
    public void FindHost_OfAPrevalentHost_FindsItInItsCategory(string category, string hosts)
    {
        char[] blanks = [' ', '\n', '\r'];
        Assert.All(hosts.Split(blanks, StringSplitOptions.RemoveEmptyEntries), host =>
            Assert.Equal((host, category), (host, ConsentPolicy.Default.FindHost(host)?.Category?.Id)));
    }

    // Hosts under which anybody's pages, or a vendor's own, are served: nobody's tracker.
    [Theory]
    [InlineData("bing.com www.bing.com www.yahoo.com finance.yahoo.com www.amazon.com cloudfront.net d111111abcdef8.cloudfront.net s3.amazonaws.com")]
    [InlineData("acme.github.io acme.netlify.app acme.vercel.app acme.azurewebsites.net acme.blob.core.windows.net acme.herokuapp.com acme.web.app")]
    [InlineData("storage.googleapis.com lh3.googleusercontent.com acme.wordpress.com acme.myshopify.com acme.wixsite.com akamaihd.net fastly.net")]
    [InlineData("wikipedia.org example.com localhost yandex.ru baidu.com qq.com apple.com microsoft.com cloudflare.com")]
    public void FindHost_OfASharedOrInnocentHost_FindsNothing(string hosts) =>
        Assert.All(hosts.Split(' '), host => Assert.Null(ConsentPolicy.Default.FindHost(host)?.Service.Id));
}
