namespace Consent.AspNetCore;

/// <summary>Turns an address of the policy into one that is safe to link to.</summary>
internal static class LinkTarget
{
    /// <summary>The address if it is a local path, http or https; <c>mailto:</c> for an e-mail address; else <see langword="null"/>.</summary>
    /// <param name="address">What the policy says.</param>
    public static string? Of(string? address)
    {
        if (string.IsNullOrWhiteSpace(address))
        {
            return null;
        }

        if (LocalUrl.Is(address))
        {
            return address;
        }

        if (Uri.TryCreate(address, UriKind.Absolute, out Uri? uri))
        {
            return uri.Scheme is "https" or "http" or "mailto" or "tel" ? address : null;
        }

        return address.Contains('@', StringComparison.Ordinal) ? "mailto:" + address : null;
    }
}
