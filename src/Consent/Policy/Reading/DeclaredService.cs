namespace Consent;

/// <summary>A service of the file, with its place and with what the file itself says of it.</summary>
internal sealed record DeclaredService(Service Service, SourceValue Place, bool HostsGiven, bool CookiesGiven);
