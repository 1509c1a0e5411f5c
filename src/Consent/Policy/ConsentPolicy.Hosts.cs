namespace Consent;

public sealed partial class ConsentPolicy
{
    /// <summary>
    /// Finds whose a host is. A declared host stands for its sub-domains too: <c>pixel.acme.example</c> is found by
    /// <c>acme.example</c>, <c>notacme.example</c> isn't. The policy's services go before the catalogue; within each the
    /// longest declared host counts.
    /// </summary>
    /// <param name="host">
    /// The host of a URL without port, in its ASCII form. Case and a last dot don't count. Nothing is allocated.
    /// </param>
    /// <returns>The declaration, or <see langword="null"/> if nobody declares the host.</returns>
    public HostDeclaration? FindHost(ReadOnlySpan<char> host) => Declarations.FindHost(host);

    /// <inheritdoc cref="FindHost(ReadOnlySpan{char})"/>
    public HostDeclaration? FindHost(ReadOnlySpan<byte> host) => Declarations.FindHost(host);

    /// <summary>
    /// Finds whose an inline script is, by the short texts that mark the snippets of services. Where it holds those of
    /// several, one of the first is found; <see cref="FindScript(ReadOnlySpan{byte}, ref int)"/> finds all.
    /// </summary>
    /// <param name="inlineScript">The script's text in an ASCII-compatible encoding. Nothing is allocated.</param>
    /// <returns>The declaration, or <see langword="null"/> if the script is nobody's that is known.</returns>
    public ScriptDeclaration? FindScript(ReadOnlySpan<byte> inlineScript)
    {
        int position = 0;
        return FindScript(inlineScript, ref position);
    }

    /// <summary>Finds the next service in an inline script; call it until it returns <see langword="null"/>.</summary>
    /// <param name="inlineScript">The script's text in an ASCII-compatible encoding. Nothing is allocated.</param>
    /// <param name="position">Where to start, 0 at first; afterwards, where to go on.</param>
    /// <returns>The declaration, or <see langword="null"/> if no other is in the script.</returns>
    public ScriptDeclaration? FindScript(ReadOnlySpan<byte> inlineScript, ref int position)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)position, (uint)inlineScript.Length, nameof(position));
        return Declarations.FindScript(inlineScript, ref position);
    }

    /// <summary>Finds whose a key of local or session storage is, by the rules of <see cref="FindCookie"/>.</summary>
    /// <param name="key">The key as the browser has it; case counts. Nothing is allocated.</param>
    /// <returns>The declaration, or <see langword="null"/> if nobody declares the key.</returns>
    public StorageDeclaration? FindStorage(ReadOnlySpan<char> key) => Declarations.FindStorage(key);

    /// <summary>How many bytes the longest text has that <see cref="FindScript(ReadOnlySpan{byte})"/> looks for.</summary>
    internal int MaxScriptSignature => Declarations.MaxScriptSignature;
}
