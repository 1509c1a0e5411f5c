namespace Consent.Tests.Html;

public sealed class HtmlGatePlacementTests
{
    private static readonly TestPlan s_plan = new() { Attributes = " A", Head = "[H]", Body = "[B]" };

    [Theory]
    // All tags are there.
    [InlineData("<!doctype html><html lang=en><head><title>x</title></head><body class=a>y</body></html>",
                "<!doctype html><html lang=en A><head>[H]<title>x</title></head><body class=a>[B]y</body></html>")]
    [InlineData("<HTML><HEAD></HEAD><BODY></BODY></HTML>", "<HTML A><HEAD>[H]</HEAD><BODY>[B]</BODY></HTML>")]
    [InlineData("<html lang=>", "<html lang=\"\" A>[H][B]")]
    [InlineData("<html lang=en/><head/><body/>", "<html lang=en/ A><head/>[H]<body/>[B]")]
    [InlineData("<html a='>' b=\">\"><head c='>'><body d='>'>", "<html a='>' b=\">\" A><head c='>'>[H]<body d='>'>[B]")]
    // Browsers look for the charset in the first 1,024 bytes only.
    [InlineData("<!doctype html><html><head> <meta charset=utf-8>\n<meta name=viewport content=x><title>x</title><meta name=a></head><body>",
                "<!doctype html><html A><head> <meta charset=utf-8>\n<meta name=viewport content=x>[H]<title>x</title><meta name=a></head><body>[B]")]
    [InlineData("<html><head><meta charset=utf-8></head><meta name=a><body>", "<html A><head><meta charset=utf-8>[H]</head><meta name=a><body>[B]")]
    // Some are missing.
    [InlineData("<!doctype html><title>x</title><p>y", "<!doctype html>[H]<title>x</title>[B]<p>y")]
    [InlineData("<!doctype html><meta charset=utf-8><link rel=icon><script></script><style></style><div>",
                "<!doctype html><meta charset=utf-8>[H]<link rel=icon><script></script><style></style>[B]<div>")]
    [InlineData("<!doctype html><html><body><p>", "<!doctype html><html A>[H]<body>[B]<p>")]
    [InlineData("<!doctype html><html><p>", "<!doctype html><html A>[H][B]<p>")]
    [InlineData("<!doctype html><head><p>", "<!doctype html><head>[H][B]<p>")]
    [InlineData("<!doctype html> hello", "<!doctype html> [H][B]hello")]
    [InlineData("<!doctype html><title>x</title> 1 < 2", "<!doctype html>[H]<title>x</title> [B]1 < 2")]
    [InlineData("<!doctype html>< ", "<!doctype html>[H][B]< ")]
    [InlineData("<!doctype html>", "<!doctype html>[H][B]")]
    [InlineData("<!doctype html><!-- c --> ", "<!doctype html><!-- c --> [H][B]")]
    [InlineData("<!doctype html><title>x</title>", "<!doctype html>[H]<title>x</title>[B]")]
    [InlineData("<html></html>", "<html A>[H][B]</html>")]
    [InlineData("<html></head></body>", "<html A>[H]</head>[B]</body>")]
    [InlineData("\u00EF\u00BB\u00BF<!doctype html><head>", "\u00EF\u00BB\u00BF<!doctype html><head>[H][B]")]
    // What looks like one of them.
    [InlineData("<!doctype html><!-- <head> --><header></header><head>", "<!doctype html><!-- <head> -->[H][B]<header></header><head>")]
    [InlineData("<!doctype html><head><script>'<body>'</script><title><body></title><body>",
                "<!doctype html><head>[H]<script>'<body>'</script><title><body></title><body>[B]")]
    [InlineData("<html><head><noscript><img></noscript><template><body><p></template><body>",
                "<html A><head>[H]<noscript><img></noscript><template><body><p></template><body>[B]")]
    [InlineData("<!doctype html><noscript><p></noscript><p>", "<!doctype html>[H]<noscript><p></noscript>[B]<p>")]
    [InlineData("<html><head></head><noscript><p></noscript>", "<html A><head>[H]</head>[B]<noscript><p></noscript>")]
    // A second one changes nothing.
    [InlineData("<html><html><head><head><body><body>", "<html A><html><head>[H]<head><body>[B]<body>")]
    // Fragments.
    [InlineData("", "")]
    [InlineData("<p>hello", "<p>hello")]
    [InlineData("hello", "hello")]
    [InlineData("<tr><td>1", "<tr><td>1")]
    [InlineData("<title>x</title><div hx-swap-oob=true></div>", "<title>x</title><div hx-swap-oob=true></div>")]
    // A document, as it turns out late.
    [InlineData("<title>x</title><body><p>", "<title>x</title>[H]<body>[B]<p>")]
    [InlineData("<meta charset=utf-8><head><p>", "<meta charset=utf-8><head>[H][B]<p>")]
    // Frames have no place for a banner.
    [InlineData("<html><head></head><frameset><frame><noframes><body><p></noframes></frameset></html>",
                "<html A><head>[H]</head><frameset><frame><noframes><body><p></noframes></frameset></html>")]
    // Where nothing can be placed.
    [InlineData("<!doctype html><title>x", "<!doctype html>[H]<title>x")]
    [InlineData("<!doctype html><!-- x", "<!doctype html><!-- x")]
    [InlineData("<!doctype html><p", "<!doctype html><p")]
    [InlineData("<!doctype html><template><p>", "<!doctype html>[H]<template><p>")]
    [InlineData("<!doctype html><noscript>", "<!doctype html>[H]<noscript>")]
    [InlineData("<!doctype", "<!doctype")]
    public void Page_OfAnyShape_GetsWhatBelongsInIt(string html, string expected) =>
        Assert.Equal(expected, Gate.Run(html, s_plan));

    [Theory]
    [InlineData("<html><body><p><div data-pc=\"banner-here\"></div><p data-pc=banner-here>",
                "<html>[H]<body><p><div data-pc=\"banner-here\">[B]</div><p data-pc=banner-here>")]
    [InlineData("<html><body><!-- <i data-pc=banner-here> --><i class='a>b' DATA-PC=\"banner-here\" x></i>",
                "<html>[H]<body><!-- <i data-pc=banner-here> --><i class='a>b' DATA-PC=\"banner-here\" x>[B]</i>")]
    [InlineData("<html><body><template><i data-pc=banner-here></template><i data-pc=banner-here>",
                "<html>[H]<body><template><i data-pc=banner-here></template><i data-pc=banner-here>[B]")]
    [InlineData("<html><body><noscript><i data-pc=banner-here></noscript><i data-pc=banner-here>",
                "<html>[H]<body><noscript><i data-pc=banner-here></noscript><i data-pc=banner-here>[B]")]
    [InlineData("<html><body><p>no marker</body></html>", "<html>[H]<body><p>no marker[B]</body></html>")]
    [InlineData("<!doctype html><p>no marker", "<!doctype html>[H]<p>no marker[B]")]
    public void Banner_PlacedByThePage_GoesBehindItsMarker(string html, string expected) =>
        Assert.Equal(expected, Gate.Run(html, new TestPlan { Head = "[H]", Body = "[B]", PagePlacesBanner = true }));

    [Fact]
    public void Tag_ThatIsOpenedInAPlacedPage_IsOpenedAsWell() =>
        Assert.Equal(
            "<!doctype html>[H]<link data-consent=analytics href=a>[B]<img data-consent=analytics src=b>",
            Gate.Run(
                "<!doctype html><link data-consent=analytics data-href=a><img data-consent=analytics data-src=b>",
                new TestPlan("analytics") { Head = "[H]", Body = "[B]" }));
}
