using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shop.Cart;

namespace Shop.Pages;

public sealed class CheckoutModel : PageModel
{
    /// <summary>The name of the one who has just ordered.</summary>
    [TempData]
    public string? Thanked { get; set; }

    public IActionResult OnPost(string name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return Page();
        }

        ShoppingCart.Of(HttpContext).Clear();
        Thanked = name;
        return RedirectToPage();
    }
}
