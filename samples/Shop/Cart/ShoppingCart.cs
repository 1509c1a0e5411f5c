using System.Text.Json;
using Shop.Products;

namespace Shop.Cart;

/// <summary>What the visitor is about to buy, kept in the session.</summary>
public sealed class ShoppingCart
{
    private const string Key = "cart";

    private readonly ISession _session;
    private readonly Dictionary<string, int> _counts;

    private ShoppingCart(ISession session)
    {
        _session = session;
        _counts = session.GetString(Key) is { } json ? JsonSerializer.Deserialize<Dictionary<string, int>>(json)! : [];
    }

    public IEnumerable<(Product Product, int Count)> Lines =>
        Shelf.All.Where(p => _counts.ContainsKey(p.Slug)).Select(p => (p, _counts[p.Slug]));

    public int Count => _counts.Values.Sum();

    public int Cents => Lines.Sum(l => l.Product.Cents * l.Count);

    public static ShoppingCart Of(HttpContext context) => new(context.Session);

    public void Set(Product product, int count)
    {
        if (count <= 0)
        {
            _counts.Remove(product.Slug);
        }
        else
        {
            _counts[product.Slug] = Math.Min(count, 12);
        }

        _session.SetString(Key, JsonSerializer.Serialize(_counts));
    }

    public void Add(Product product) => Set(product, _counts.GetValueOrDefault(product.Slug) + 1);

    public void Clear() => _session.Remove(Key);
}
