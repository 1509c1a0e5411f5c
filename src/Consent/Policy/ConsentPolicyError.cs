namespace Consent;

/// <summary>One thing that is wrong in a <c>consent.json</c>.</summary>
/// <param name="File">The file's name, as it was given to the reader.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column in characters, from 1.</param>
/// <param name="Path">The JSON path of what is wrong, such as <c>$.services[2].category</c>.</param>
/// <param name="Message">What is wrong and what would be right.</param>
/// <param name="Suggestion">The nearest known name, or what was probably meant; <see langword="null"/> if nothing is near.</param>
public sealed record ConsentPolicyError(string File, int Line, int Column, string Path, string Message, string? Suggestion = null)
{
    /// <summary>The error as compilers write them: <c>consent.json(14,9): $.services[2].category: …</c></summary>
    public override string ToString() => $"{File}({Line},{Column}): {Path}: {Message}";
}
