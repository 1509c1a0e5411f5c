namespace Consent;

/// <summary>How the visitor is asked.</summary>
public sealed record BannerSettings
{
    /// <summary>Where on the page the visitor is asked.</summary>
    /// <value>Default <see cref="BannerPosition.Bottom"/>.</value>
    public BannerPosition Position { get; init; }
}
