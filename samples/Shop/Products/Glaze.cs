namespace Shop.Products;

/// <summary>The colours of a piece: bare clay, the glaze over it, the glaze where it runs thick, and the wall behind.</summary>
public sealed record Glaze(string Name, string Clay, string Light, string Deep, string Wall)
{
    public static readonly Glaze Celadon = new("Celadon", "#b98a63", "#a9c3ae", "#5f8a77", "#e3e8dc");
    public static readonly Glaze Tidal = new("Tidal blue", "#a9785a", "#5b86a3", "#234e6b", "#dbe4e8");
    public static readonly Glaze Chalk = new("Chalk", "#c39a75", "#f3ece0", "#d8c9b2", "#dccfbf");
    public static readonly Glaze Iron = new("Iron red", "#7d4a34", "#b4532a", "#6f2a16", "#f0dccb");
    public static readonly Glaze Tenmoku = new("Tenmoku", "#8d5a3c", "#3d3029", "#191311", "#e4dacb");
    public static readonly Glaze Straw = new("Straw ash", "#a8714a", "#dcbb78", "#b08238", "#efe5cd");
}
