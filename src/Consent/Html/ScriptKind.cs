namespace Consent.Html;

/// <summary>What a script's <c>type</c> makes of its content.</summary>
internal enum ScriptKind : byte
{
    /// <summary>Data: nothing runs and nothing is loaded.</summary>
    Data,

    /// <summary>A classic script.</summary>
    Classic,

    /// <summary>A module.</summary>
    Module,

    /// <summary>An import map or speculation rules: JSON that holds URLs.</summary>
    Json,
}
