namespace Consent.Html;

/// <summary>Where an attribute stands in its tag. Offsets count from the tag's <c>&lt;</c>.</summary>
/// <param name="NameStart">The first byte of the name.</param>
/// <param name="NameEnd">Behind the name.</param>
/// <param name="ValueStart">The first byte of the value, behind its quote.</param>
/// <param name="ValueEnd">Behind the value, before its quote.</param>
/// <param name="End">Behind the attribute, its quote or its <c>=</c>.</param>
internal readonly record struct TagAttribute(int NameStart, int NameEnd, int ValueStart, int ValueEnd, int End);
