using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shop.Cart;
using Shop.Products;

namespace Shop.Pages;

public sealed class PieceModel : PageModel
{
    public Product Piece { get; private set; } = null!;

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (Shelf.Find((string)RouteData.Values["slug"]!) is { } piece)
        {
            Piece = piece;
        }
        else
        {
            context.Result = NotFound();
        }
    }

    public IActionResult OnPost()
    {
        ShoppingCart.Of(HttpContext).Add(Piece);
        return RedirectToPage("/Cart");
    }
}
