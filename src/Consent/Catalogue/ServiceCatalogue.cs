using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace Consent;

/// <summary>The built-in table of well-known services, read once from the data files beside this class.</summary>
internal sealed class ServiceCatalogue
{
    /// <summary>The catalogue's name for what a site can't do without; a policy's first required category stands in for it.</summary>
    public const string Necessary = "necessary";

    private const string ResourcePrefix = "Consent.Catalogue.";
    private const string FrameworkFile = ResourcePrefix + "aspnetcore.json";

    private readonly FrozenDictionary<string, Service> _byId;

    private ServiceCatalogue(ImmutableArray<Service> framework, ImmutableArray<Service> services)
    {
        Framework = framework;
        Services = services;
        _byId = services.ToFrozenDictionary(static s => s.Id, StringComparer.Ordinal);
        Cookies = NameIndex.OfCookies(services);
        Storage = NameIndex.OfStorage(services);
    }

    /// <summary>The catalogue that the library brings.</summary>
    public static ServiceCatalogue BuiltIn { get; } = Read();

    /// <summary>The service that the choice cookie belongs to: this library.</summary>
    public static Service Choice { get; } = new("privacy-choices", Necessary) { Name = "Privacy choices" };

    /// <summary>The parts of ASP.NET Core that set cookies.</summary>
    public ImmutableArray<Service> Framework { get; }

    /// <summary>All services, ASP.NET Core's own too.</summary>
    public ImmutableArray<Service> Services { get; }

    /// <summary>Finds the place in <see cref="Services"/> of the service that sets a cookie.</summary>
    public NameIndex Cookies { get; }

    /// <summary>Finds the place in <see cref="Services"/> of the service that writes a storage key.</summary>
    public NameIndex Storage { get; }

    /// <summary>The service of that id, or <see langword="null"/>.</summary>
    public Service? Find(string id) => _byId.GetValueOrDefault(id);

    private static ServiceCatalogue Read()
    {
        Assembly assembly = typeof(ServiceCatalogue).Assembly;
        string[] files = [.. assembly.GetManifestResourceNames().Where(static n => n.StartsWith(ResourcePrefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        ImmutableArray<Service> framework = [];
        ImmutableArray<Service>.Builder all = ImmutableArray.CreateBuilder<Service>();
        foreach (string file in files)
        {
            using Stream stream = assembly.GetManifestResourceStream(file)!;
            ImmutableArray<Service> services = [.. JsonSerializer.Deserialize(stream, PolicyFileContext.Default.ServiceFileArray)!.Select(ToService)];
            all.AddRange(services);
            framework = file == FrameworkFile ? services : framework;
        }

        return new(framework, all.ToImmutable());
    }

    private static Service ToService(ServiceFile file) => new(file.Id!, file.Category!)
    {
        Name = file.Name!,
        Vendor = file.Vendor,
        Hosts = [.. (file.Hosts ?? []).OfType<string>()],
        Cookies = [.. (file.Cookies ?? []).Select(static c => new ServiceCookie(new(c!.Name!), Duration.Parse(c.Lifetime)))],
        Storage = [.. (file.Storage ?? []).Select(static s => new NamePattern(s!))],
        Scripts = [.. (file.Scripts ?? []).OfType<string>()],
        Sale = file.Sale ?? false,
        PolicyUrl = file.PolicyUrl,
    };
}
