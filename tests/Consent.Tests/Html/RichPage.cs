using System.Text;

namespace Consent.Tests.Html;

/// <summary>A page with something of everything, for tests that cut it anywhere.</summary>
internal static class RichPage
{
    public static readonly byte[] Bytes = Encoding.UTF8.GetBytes(
        """
        <!DOCTYPE html PUBLIC "a>b"><!--[if lt IE 9]> <head> <![endif]--><!--> <!---> <!-- a --!> <?xml version="1.0"?>
        <html lang="en" data-x='a>b'><head profile=x><title>T &lt; <img data-consent=a src=x> </title >
        <link rel=preload data-consent=analytics data-href="//t.example/a>b"><LINK data-consent=denied HREF='x'>
        <style>a::before{content:"<img data-consent=denied src=x>"}</style><style data-consent="denied">@import 'x'; <!-- </styl </script></style>
        <script>if (a<b) "<!--"; "<script>"; "</script>"; "</scrip"; --> </script><script data-consent=denied src=a></script>
        <script type="text/plain" data-type=module data-consent="analytics">x<y</script></head>
        <body class="a"
         id=b><p>Größe < 3 <a href="?x=1&y='>'">l</a ><br/><img src="a.png" alt='say "x>y"' data-consent=analytics data-srcset="q 1x">
        <img data-consent=denied src="a" SRC="b" data-x=/><img data-consent=denied src=a/><iframe data-consent=denied src=x srcdoc="<p>">
        <img data-consent=denied src=x></iframe><textarea><img data-consent=denied src=x></textareas></textarea>
        <svg viewBox="0 0 1 1"><g><path d="M0 0"/><![CDATA[ <img data-consent=denied src=x> > ]] ]]]><title>t <b>x</b></title>
        <style>.a{} <script data-consent=denied src=x></script></style><foreignObject><div><style></b></style></div></foreignObject></g></svg>
        <math><mi><b>x</b></mi><annotation-xml encoding="text/html"><p></annotation-xml></math><![CDATA[ x > y ]]>
        <noscript><img data-consent=denied src=x alt="</noscript><b>"><!-- </noscript> --><style> </noscript></style></noscript>
        <template><img data-consent=denied src=x></template><select><option>x<svg><title>y</title></svg></select>
        <video data-consent=analytics data-src=a data-poster=b><source data-consent=denied src="x"></video></></ x><!x><!>
        <div data-pc="banner-here"></div><font color=red><object data-consent=denied data=x></object><input type=image data-consent=analytics data-src=z>
        <div><svg><g></div><style><img data-consent=denied src=x></style><svg><foreignObject><p></foreignObject><title>x</title><![CDATA[ > ]]>
        <!-- -- --!x --!-> --></body></html><plaintext><img data-consent=denied src=x> </plaintext> <
        """);

    public static readonly TestPlan Plan = new("analytics")
    {
        Attributes = " data-pc-prompt=\"Ask\"",
        Head = "<script data-pc=\"state\">{}</script>",
        Body = "<section data-pc=\"banner\"></section>",
        PagePlacesBanner = true,
    };
}
