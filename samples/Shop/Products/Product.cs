namespace Shop.Products;

/// <summary>A piece for sale. Its price is in cents of a euro.</summary>
public sealed record Product(string Slug, string Name, int Cents, Shape Shape, Glaze Glaze, string Line, string Story, string Measures);
