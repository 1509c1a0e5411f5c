namespace Shop.ThirdParties;

/// <summary>A company whose tags the shop carries. In life it would be on the other side of the world.</summary>
public sealed record ThirdParty(string Name, string Host, string Trade)
{
    public static readonly ThirdParty Metrics = new("Tally Metrics", "metrics.localhost", "counts visits");
    public static readonly ThirdParty Ads = new("Bullhorn Ads", "ads.localhost", "follows shoppers");
    public static readonly ThirdParty Chat = new("Parlour Chat", "chat.localhost", "chats");
    public static readonly ThirdParty Social = new("Murmur", "social.localhost", "shows posts");
    public static readonly ThirdParty Video = new("Reel", "video.localhost", "plays films");
    public static readonly ThirdParty Maps = new("Wayfare", "maps.localhost", "draws maps");

    public static readonly IReadOnlyList<ThirdParty> All = [Metrics, Ads, Chat, Social, Video, Maps];
}
