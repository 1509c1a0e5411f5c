using Shop;
using Shop.Products;
using Shop.Trackers;
using Shop.Trying;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);

builder.Services.AddConsent("consent.json");    // the policy; from here on, every Set-Cookie passes the gate
builder.Services.AddRazorPages();
builder.Services.AddRouting(routing => routing.LowercaseUrls = true);
builder.Services.AddDistributedMemoryCache();
builder.Services.AddSession(session => session.Cookie.IsEssential = true);
builder.Services.AddTrackersView();             // the third parties, on a port of their own

if (builder.Environment.IsDevelopment())
{
    builder.Services.AddTrying();               // X-Region: US-CA
}

WebApplication app = builder.Build();

if (app.Environment.IsDevelopment())
{
    app.UseTrying();
}

app.UseConsent();                               // decides once; gates the cookies and the HTML of all that follows
app.UseServerSideMarketing();
app.UseSession();

app.MapStaticAssets();
app.MapRazorPages().WithStaticAssets();
app.MapConsent();                               // the choices page, its endpoints, /.well-known/gpc.json
app.MapTrackersView();
app.MapGet("/currency/{code}", Currency.Choose);

app.Run();
