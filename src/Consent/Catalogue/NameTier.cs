using System.Collections.Immutable;

namespace Consent;

/// <summary>The names of one tier's services, whose places in all tiers start at <paramref name="Start"/>.</summary>
internal readonly record struct NameTier(NameIndex Names, int Start)
{
    public static NameTier OfCookies(ImmutableArray<Service> services, int start) => new(NameIndex.OfCookies(services), start);

    public static NameTier OfStorage(ImmutableArray<Service> services, int start) => new(NameIndex.OfStorage(services), start);

    /// <summary>The place in all tiers of the service whose name fits closest, or -1.</summary>
    public int Find(ReadOnlySpan<char> name) => Names.Find(name) is >= 0 and int owner ? Start + owner : -1;
}
