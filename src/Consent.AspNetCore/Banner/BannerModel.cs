namespace Consent.AspNetCore;

/// <summary>What the banner, the status line and the choices page show to one visitor.</summary>
internal readonly struct BannerModel
{
    /// <summary>Makes an empty model, with English texts.</summary>
    public BannerModel()
    {
    }

    /// <summary>What was decided for the visitor.</summary>
    public required ConsentDecision Decision { get; init; }

    /// <summary>What the visitor said.</summary>
    public required ConsentChoice Choice { get; init; }

    /// <summary>The choices page's path, with the request's <c>PathBase</c>.</summary>
    public required string BasePath { get; init; }

    /// <summary>
    /// Where the visitor is, or came from: path and query on this site. Whatever else is given is left out of the page.
    /// </summary>
    public string? ReturnUrl { get; init; }

    /// <summary>For the choices page: the state, script and style sheet tags of its head, as markup.</summary>
    public Markup AssetsHead { get; init; }

    /// <summary>For the choices page: whether the visitor comes back from saving a choice.</summary>
    public bool Saved { get; init; }

    /// <summary>The texts of the visitor's language.</summary>
    public ConsentTexts Texts { get; init; } = ConsentTexts.English;

    internal ConsentPolicy Policy => Decision.Policy;
}
