using System.Collections.Immutable;

namespace Consent;

public sealed partial class ConsentPolicy
{
    /// <summary>Services that were added to the catalogue, such as those of a public list; see <see cref="With"/>.</summary>
    public ImmutableArray<Service> AddedServices { get; private set; } = [];

    /// <summary>
    /// A policy that also knows the services given: look-ups of cookies, hosts, scripts and storage keys fall back to
    /// them, in their order, after this policy's own services and the built-in catalogue.
    /// </summary>
    /// <remarks>
    /// They are not material: visitors are not asked again when a list changes. A service whose category the policy
    /// doesn't have is as good as undeclared.
    /// </remarks>
    /// <param name="services">The services.</param>
    public ConsentPolicy With(IEnumerable<Service> services)
    {
        ArgumentNullException.ThrowIfNull(services);
        ConsentPolicy policy = (ConsentPolicy)MemberwiseClone();
        policy.AddedServices = AddedServices.AddRange(services);
        policy._declarations = null;
        return policy;
    }
}
