namespace Consent;

/// <summary>A file isn't the list that it was read as.</summary>
public sealed class ServiceSourceException : Exception
{
    internal ServiceSourceException(string file, long line, string message, Exception? cause = null)
        : base($"{file}({line}): {message}", cause)
    {
        File = file;
        Line = line;
    }

    /// <summary>The file's name, as it was given to the reader.</summary>
    public string File { get; }

    /// <summary>The line, from 1.</summary>
    public long Line { get; }
}
