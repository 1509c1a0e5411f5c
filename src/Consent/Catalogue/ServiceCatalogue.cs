using System.Collections.Immutable;
using System.Reflection;

namespace Consent;

/// <summary>The built-in table of well-known services, read once from the data files beside this class.</summary>
internal sealed class ServiceCatalogue
{
    /// <summary>The catalogue's name for what a site can't do without; a policy's first required category stands in for it.</summary>
    public const string Necessary = "necessary";

    private const string ResourcePrefix = "Consent.Catalogue.";
    private const string FrameworkFile = ResourcePrefix + "aspnetcore.json";

    private readonly Dictionary<string, Service> _byId;
    private readonly Lazy<NameIndex> _cookies;
    private readonly Lazy<NameIndex> _storage;

    private ServiceCatalogue(ImmutableArray<Service> framework, ImmutableArray<Service> services)
    {
        Framework = framework;
        Services = services;
        _byId = new(services.Length, StringComparer.Ordinal);
        foreach (Service service in services)
        {
            _byId.Add(service.Id, service);
        }

        _cookies = new(() => NameIndex.OfCookies(services));
        _storage = new(() => NameIndex.OfStorage(services));
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
    public NameIndex Cookies => _cookies.Value;

    /// <summary>Finds the place in <see cref="Services"/> of the service that writes a storage key.</summary>
    public NameIndex Storage => _storage.Value;

    /// <summary>The service of that id, or <see langword="null"/>.</summary>
    public Service? Find(string id) => _byId.GetValueOrDefault(id);

    private static ServiceCatalogue Read()
    {
        Assembly assembly = typeof(ServiceCatalogue).Assembly;
        string[] files = assembly.GetManifestResourceNames();
        Array.Sort(files, StringComparer.Ordinal);
        ImmutableArray<Service> framework = [];
        ImmutableArray<Service>.Builder all = ImmutableArray.CreateBuilder<Service>();
        foreach (string file in files)
        {
            if (file.StartsWith(ResourcePrefix, StringComparison.Ordinal))
            {
                int start = all.Count;
                CatalogueFile.Read(BytesOf(assembly, file), all);
                framework = file == FrameworkFile ? [.. all.Skip(start)] : framework;
            }
        }

        return new(framework, all.ToImmutable());
    }

    private static ReadOnlySpan<byte> BytesOf(Assembly assembly, string file)
    {
        using Stream stream = assembly.GetManifestResourceStream(file)!;
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
