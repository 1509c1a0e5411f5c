namespace Gateway;

/// <summary>The command line is wrong. The message says what was found and what would be right.</summary>
internal sealed class WrongArgumentException(string message) : Exception(message);
