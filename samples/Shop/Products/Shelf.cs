namespace Shop.Products;

/// <summary>All that the kiln gave this season.</summary>
public static class Shelf
{
    public static readonly IReadOnlyList<Product> All =
    [
        new("dawn-mug", "Dawn mug", 3200, Shape.Mug, Glaze.Iron,
            "For the first coffee, before anyone speaks.",
            "A wide foot so it stays where you put it, a handle for three fingers, and an iron glaze that breaks to rust along the rim. No two leave the kiln alike.",
            "34 cl · 9 cm tall · dishwasher safe"),
        new("moon-jar", "Moon jar", 14800, Shape.MoonJar, Glaze.Chalk,
            "Two bowls, joined at the belly.",
            "Thrown in halves and joined leather-hard, as in Joseon Korea. The seam shows, a little, and it should.",
            "26 cm tall · watertight"),
        new("ridge-teapot", "Ridge teapot", 9600, Shape.Teapot, Glaze.Celadon,
            "Pours to the last drop and never dribbles.",
            "The spout took eleven tries. Inside is a strainer of forty-two holes, each cut by hand with a broken drill bit.",
            "80 cl · with lid and strainer"),
        new("tide-bowl", "Tide bowl", 4400, Shape.Bowl, Glaze.Tidal,
            "Soup for one, or oranges for three.",
            "The blue pools where the wall turns. We dip it once, quickly, and leave the foot bare so you can feel the clay.",
            "18 cm across · oven safe"),
        new("long-neck", "Long-neck bottle", 7200, Shape.Bottle, Glaze.Tenmoku,
            "One stem is enough.",
            "Tenmoku is a black that turns to honey on an edge. This shape has one long edge, and it runs all the way up.",
            "24 cm tall · watertight"),
        new("noon-tumbler", "Noon tumblers", 5400, Shape.Tumbler, Glaze.Straw,
            "A pair, because one is always in the sink.",
            "Thin lipped and slightly too tall. The ash comes from the straw of the field behind the workshop.",
            "Set of two · 28 cl each"),
        new("field-jug", "Field jug", 6800, Shape.Jug, Glaze.Celadon,
            "Water, cordial, wildflowers.",
            "Pulled, not moulded: the lip is one movement of a wet finger, and it stops pouring when you do.",
            "1.2 l · 21 cm tall"),
        new("salt-dish", "Salt dish", 2600, Shape.Dish, Glaze.Chalk,
            "For salt, rings, or nothing at all.",
            "A low dish thrown off the hump at the end of the day, when the hands know what they are doing and the head has gone home.",
            "16 cm across"),
    ];

    public static Product? Find(string slug) => All.FirstOrDefault(p => p.Slug == slug);
}
