namespace Shop.Trackers;

/// <summary>How often a gate held the same thing back.</summary>
/// <param name="Gate">The place where it was held.</param>
/// <param name="Category">The category it belongs to.</param>
/// <param name="Reason">Why that category is denied.</param>
/// <param name="Name">The cookie's name, or the host.</param>
/// <param name="Count">How often.</param>
public sealed record HeldCount(string? Gate, string? Category, string? Reason, string? Name, long Count);
