using System.Globalization;

namespace Consent.AspNetCore;

/// <summary>
/// Every text that visitors read, in one language. Words in braces are filled in; nothing here is markup.
/// </summary>
internal sealed partial record ConsentTexts
{
    public static ConsentTexts English { get; } = new();

    public string Language { get; init; } = "en";
    public string Direction { get; init; } = "ltr";
    public CultureInfo Culture { get; init; } = CultureInfo.InvariantCulture;
    public string DateFormat { get; init; } = "d MMMM yyyy";
    public string ListSeparator { get; init; } = ", ";
    public string ListEnd { get; init; } = " and ";

    public string Title { get; init; } = "Your privacy choices";
    public string AcceptAll { get; init; } = "Accept all";
    public string RefuseAll { get; init; } = "Refuse all";
    public string Choose { get; init; } = "Choose\u2026";
    public string Save { get; init; } = "Save choices";
    public string Withdraw { get; init; } = "Withdraw all permissions";
    public string On { get; init; } = "On";
    public string Off { get; init; } = "Off";
    public string AlwaysOn { get; init; } = "Always on";
    public string Back { get; init; } = "Back to the site";
    public string Close { get; init; } = "Close";

    public string Ask { get; init; } = "{controller} would like to use cookies and similar technology for {purposes}.";
    public string NameInSentence { get; init; } = "\u201c{name}\u201d";
    public string ThisSite { get; init; } = "This site";
    public string NothingRuns { get; init; } = "Nothing optional is used unless you agree, and you can change your mind at any time.";
    public string SomeRuns { get; init; } = "What is on where you are is shown under \u201cChoose\u2026\u201d, and you can change it at any time.";

    public string Honored { get; init; } = "Opt-Out Request Honored";
    public string HonoredDetail { get; init; } = "{signal} keeps this off: {categories}.";
    public string Gpc { get; init; } = "Global Privacy Control";
    public string Dnt { get; init; } = "Do Not Track";
    public string Override { get; init; } = "If you turn it on here, your answer goes before that signal on this site.";
    public string NoOverride { get; init; } = "It can\u2019t be turned on here while that signal is on.";

    public string PageIntro { get; init; } = "Here you decide what {controller} may use while you visit. A change takes effect at once.";
    public string PageIntroSite { get; init; } = "this site";
    public string Saved { get; init; } = "Your choices are saved.";
    public string NotSaved { get; init; } = "Your choices could not be saved. Nothing was turned on. Please try again.";
    public string Categories { get; init; } = "What may be used";

    public string ReasonNotAsked { get; init; } = "Off until you allow it.";
    public string ReasonUnreadable { get; init; } = "Off: your earlier choice could not be read.";
    public string ReasonRanOut { get; init; } = "Off: the permission that you gave on {date} has run out.";
    public string ReasonChanged { get; init; } = "Off: what belongs here has changed since you allowed it on {date}.";
    public string ReasonRefused { get; init; } = "You refused this on {date}.";
    public string ReasonSignal { get; init; } = "Your browser\u2019s {signal} turned this off.";
    public string ReasonRequired { get; init; } = "The site can\u2019t work without it.";
    public string ReasonGranted { get; init; } = "You allowed this on {date}.";
    public string ReasonOverride { get; init; } = "You allowed this on {date}, although your browser\u2019s {signal} asks for it to be off.";
    public string ReasonOptOut { get; init; } = "On by default where you are. You can turn it off.";

    public string Services { get; init; } = "Who is behind it ({count})";
    public string NoServices { get; init; } = "No service is declared here.";
    public string ServiceBy { get; init; } = "by {vendor}";
    public string ServicePolicy { get; init; } = "Privacy policy of {service}";
    public string Cookies { get; init; } = "Cookies";
    public string Storage { get; init; } = "Stored in the browser";
    public string Hosts { get; init; } = "Talks to";
    public string Day { get; init; } = "1 day";
    public string Days { get; init; } = "{count} days";
    public string Hour { get; init; } = "1 hour";
    public string Hours { get; init; } = "{count} hours";
    public string Minute { get; init; } = "1 minute";
    public string Minutes { get; init; } = "{count} minutes";

    public string About { get; init; } = "Good to know";
    public string Signals { get; init; } = "Signals from your browser";
    public string SignalOn { get; init; } = "{signal} is on.";
    public string SignalsNone { get; init; } = "None was received.";
    public string Rules { get; init; } = "Rules where you are";
    public string RegimeOptIn { get; init; } = "Nothing optional is used before you allow it.";
    public string RegimeOptOut { get; init; } = "Some optional things are on until you turn them off.";
    public string RegimeNotice { get; init; } = "Optional things are on; you can turn them off.";
    public string RegionKnown { get; init; } = "Your region: {region}.";
    public string RegionUnknown { get; init; } = "Your region is not known, so the most private rules apply.";
    public string Proof { get; init; } = "Your copy";
    public string Receipt { get; init; } = "See the record of your choices";
    public string Controller { get; init; } = "Who is responsible";
    public string ControllerPolicy { get; init; } = "Privacy policy";
}
