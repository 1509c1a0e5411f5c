namespace Consent;

/// <summary>Where on the page the visitor is asked.</summary>
public enum BannerPosition
{
    /// <summary>Along the lower edge; the page stays usable.</summary>
    Bottom,

    /// <summary>In the middle, over the page.</summary>
    Center,
}
