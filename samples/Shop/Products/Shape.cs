namespace Shop.Products;

/// <summary>The outline of a piece, drawn in a box of 200 by 200.</summary>
/// <param name="Body">The closed outline of the body.</param>
/// <param name="Rim">Half the width of the mouth, and its height in the box.</param>
/// <param name="Dip">How far down the glaze was dipped.</param>
/// <param name="Behind">Strokes behind the body, such as a handle.</param>
/// <param name="Lid">The outline of a lid.</param>
public sealed record Shape(string Body, (int Half, int Y) Rim, int Dip, string? Behind = null, string? Lid = null)
{
    public static readonly Shape Mug = new(
        "M60 62h80v66q0 32-32 32h-16q-32 0-32-32z", (40, 62), 122, "M138 82c40-6 40 54-2 48");

    public static readonly Shape Bowl = new(
        "M30 84h140q-2 62-50 72l-2 8h-36l-2-8q-48-10-50-72z", (70, 84), 128);

    public static readonly Shape MoonJar = new(
        "M80 40h40l1 8q51 12 51 62 0 42-50 54h-44q-50-12-50-54 0-50 51-62z", (20, 40), 108);

    public static readonly Shape Bottle = new(
        "M89 22h22q-1 40 7 58 34 14 34 46 0 32-34 38h-36q-34-6-34-38 0-32 34-46 8-18 7-58z", (11, 22), 118);

    public static readonly Shape Tumbler = new(
        "M62 52h76l-9 102q-1 10-11 10h-36q-10 0-11-10z", (38, 52), 112);

    public static readonly Shape Teapot = new(
        "M66 78h68q26 16 26 44 0 32-34 42h-52q-34-10-34-42 0-28 26-44z", (34, 78), 128,
        "M152 108q18-4 26-34M48 92q-34-4-30 26 4 24 30 26",
        "M64 78q36-26 72 0zM93 62q-4-14 7-14t7 14z");

    public static readonly Shape Jug = new(
        "M66 44q30-8 68 2l10-8-8 30q22 20 22 52 0 36-34 44h-44q-34-8-34-44 0-30 22-52z", (34, 46), 104, "M136 66c46-6 44 62 14 62");

    public static readonly Shape Dish = new(
        "M18 112h164q-6 32-52 42l-4 8h-52l-4-8q-46-10-52-42z", (82, 112), 138);
}
