using System.Text;

namespace Consent.Html;

/// <summary>Tells scripts from data blocks (HTML, "prepare the script element").</summary>
internal static class ScriptKinds
{
    /// <summary>What a script is.</summary>
    public static ScriptKind Of(in TagView tag)
    {
        if (tag.IndexOf("type"u8) is not (>= 0 and int index))
        {
            return ScriptKind.Classic;      // "language" may make it data, but nobody writes that any more
        }

        if (!CharacterReferences.TryDecode(tag.ValueOf(tag.Attributes[index]), stackalloc byte[128], out ReadOnlySpan<byte> type))
        {
            return ScriptKind.Classic;
        }

        type = type.Trim(" \t\n\f\r"u8);
        return type.IsEmpty ? ScriptKind.Classic
            : Ascii.EqualsIgnoreCase(type, "module"u8) ? ScriptKind.Module
            : Ascii.EqualsIgnoreCase(type, "importmap"u8) || Ascii.EqualsIgnoreCase(type, "speculationrules"u8) ? ScriptKind.Json
            : EndsInScript(type) ? ScriptKind.Classic
            : ScriptKind.Data;
    }

    /// <summary>All JavaScript types end in <c>script</c>, some with a version behind it.</summary>
    private static bool EndsInScript(ReadOnlySpan<byte> type)
    {
        type = type.TrimEnd("0123456789."u8);
        return type.Length >= 6 && Ascii.EqualsIgnoreCase(type[^6..], "script"u8);
    }
}
