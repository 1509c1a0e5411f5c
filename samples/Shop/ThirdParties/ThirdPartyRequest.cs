namespace Shop.ThirdParties;

/// <summary>A request that reached a third party, and what it told.</summary>
/// <param name="Number">Counts from 1, in the order of arrival.</param>
/// <param name="At">When it arrived.</param>
/// <param name="Host">The third party's host.</param>
/// <param name="Method">GET, POST and so on.</param>
/// <param name="Path">Path and query.</param>
/// <param name="From">The page that it came from, as far as the browser told.</param>
/// <param name="Cookies">The names of the cookies that came along.</param>
/// <param name="Gpc">The header <c>Sec-GPC</c>, if any.</param>
/// <param name="Dnt">The header <c>DNT</c>, if any.</param>
public sealed record ThirdPartyRequest(
    int Number, DateTimeOffset At, string Host, string Method, string Path, string? From, string[] Cookies, string? Gpc, string? Dnt);
