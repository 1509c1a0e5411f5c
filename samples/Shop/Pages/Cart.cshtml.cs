using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shop.Cart;
using Shop.Products;

namespace Shop.Pages;

public sealed class CartModel : PageModel
{
    public IActionResult OnPost(string slug, int count)
    {
        if (Shelf.Find(slug) is { } product)
        {
            ShoppingCart.Of(HttpContext).Set(product, count);
        }

        return RedirectToPage();
    }
}
