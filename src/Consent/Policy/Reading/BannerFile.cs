using System.ComponentModel;

namespace Consent;

internal sealed class BannerFile
{
    [Description("Where on the page the visitor is asked.")]
    [DefaultValue("bottom")]
    public BannerPosition? Position { get; init; }
}
