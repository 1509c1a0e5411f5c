namespace Consent;

/// <summary>
/// A public list of trackers or cookies in a form of its own, read into services that a policy can add to the catalogue:
/// <c>policy.With(source.Read(stream, "easyprivacy.txt"))</c>.
/// </summary>
/// <remarks>
/// The lists are not part of the library: a site that wants one loads it, under the list's own licence. Their categories
/// become those of the catalogue (<see cref="ListCategories"/>).
/// </remarks>
public interface IServiceSource
{
    /// <summary>Reads the list.</summary>
    /// <param name="stream">The list's text as UTF-8; it is read to its end and left open.</param>
    /// <param name="fileName">What the errors call the file.</param>
    /// <returns>The services, each with an id of its own.</returns>
    /// <exception cref="ServiceSourceException">The text isn't such a list; the exception says where and what was expected.</exception>
    IReadOnlyList<Service> Read(Stream stream, string fileName);
}
