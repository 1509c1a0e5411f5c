namespace Consent;

/// <summary>A member of an object, with the place of its name.</summary>
internal readonly record struct SourceMember(string Name, int Offset, SourceValue Value);
