using Microsoft.Extensions.Primitives;

namespace Consent.AspNetCore;

/// <summary>Whether the browser loads a page before its user asked for it, as <c>Sec-Purpose</c> tells.</summary>
/// <param name="IsSpeculative">The page is prefetched or prerendered: nobody has seen it yet.</param>
/// <param name="HidesAddress">The request came through a proxy that hides the visitor's address, so its place is not the visitor's.</param>
internal readonly record struct SpeculativeLoad(bool IsSpeculative, bool HidesAddress)
{
    private const string HiddenAddress = "anonymous-client-ip";

    /// <summary>
    /// Reads the field, a structured list (RFC 9651 §3.1) of tokens with parameters, such as
    /// <c>prefetch;prerender;anonymous-client-ip</c>.
    /// </summary>
    public static SpeculativeLoad Read(StringValues lines)
    {
        SpeculativeLoad load = default;
        foreach (string? line in lines)
        {
            foreach (Range member in line.AsSpan().Split(','))
            {
                load = load.Or(ReadMember(line.AsSpan(member)));
            }
        }

        return load;
    }

    private static SpeculativeLoad ReadMember(ReadOnlySpan<char> member)
    {
        bool isSpeculative = false;
        bool hidesAddress = false;
        bool isFirst = true;
        foreach (Range range in member.Split(';'))
        {
            ReadOnlySpan<char> part = member[range].Trim(" \t");
            if (isFirst)
            {
                isSpeculative = part is "prefetch" or "prerender";
            }
            else
            {
                hidesAddress |= part is HiddenAddress or HiddenAddress + "=?1";
            }

            isFirst = false;
        }

        return new(isSpeculative, hidesAddress);
    }

    private SpeculativeLoad Or(SpeculativeLoad other) => new(IsSpeculative || other.IsSpeculative, HidesAddress || other.HidesAddress);
}
