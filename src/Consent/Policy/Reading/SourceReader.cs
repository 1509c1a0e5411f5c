using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Consent;

/// <summary>Reads a JSON text into values that know their place. Comments and trailing commas are allowed.</summary>
internal static class SourceReader
{
    private static readonly JsonReaderOptions s_options = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>Reads the whole text; a syntax error, of which there can be one, goes to <paramref name="errors"/>.</summary>
    /// <returns>The value, or <see langword="null"/> if the text isn't JSON.</returns>
    public static SourceValue? Read(ReadOnlySpan<byte> utf8, PolicyErrors errors)
    {
        if (!Utf8.IsValid(utf8))
        {
            errors.AddAt(FirstInvalid(utf8), "$", "the file is not UTF-8 from here on; save it as UTF-8");
            return null;
        }

        Utf8JsonReader reader = new(utf8, s_options);
        string path = "$";
        bool started = false;
        try
        {
            started = reader.Read();
            SourceValue root = ReadValue(ref reader, "$", ref path);
            path = "$";
            reader.Read();
            return root;
        }
        catch (JsonException e)
        {
            int offset = Offset(utf8, e);
            if (!started && offset == utf8.Length)
            {
                errors.AddAt(0, path, "the file is empty; the least that it can hold is {}");
                return null;
            }

            // The place that the message ends with is counted in bytes, from zero.
            int place = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
            errors.AddAt(offset, path, place > 0 ? e.Message[..place].TrimEnd('.') : e.Message);
            return null;
        }
        catch (InvalidOperationException)
        {
            // A string that escapes half of a surrogate pair.
            errors.AddAt((int)reader.TokenStartIndex, path, "the text holds \\u escapes that are no characters: half of a surrogate pair");
            return null;
        }
    }

    private static SourceValue ReadValue(ref Utf8JsonReader reader, string path, ref string current)
    {
        current = path;
        int offset = (int)reader.TokenStartIndex;
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                SourceValue obj = new(reader.TokenType, offset, path);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    int nameOffset = (int)reader.TokenStartIndex;
                    string name = reader.GetString()!;
                    string memberPath = PathOf(path, name);
                    current = memberPath;
                    reader.Read();
                    obj.Members.Add(new(name, nameOffset, ReadValue(ref reader, memberPath, ref current)));
                    current = path;
                }

                return obj;
            case JsonTokenType.StartArray:
                SourceValue array = new(reader.TokenType, offset, path);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    array.Items.Add(ReadValue(ref reader, $"{path}[{array.Items.Count}]", ref current));
                    current = path;
                }

                return array;
            case JsonTokenType.String:
                return new(reader.TokenType, offset, path) { Text = reader.GetString()! };
            case JsonTokenType.Number:
                return new(reader.TokenType, offset, path) { Text = Encoding.UTF8.GetString(reader.ValueSpan) };
            default:
                return new(reader.TokenType, offset, path);
        }
    }

    /// <summary>The path of a member; a name that is no plain word goes in brackets.</summary>
    public static string PathOf(string parent, string name)
    {
        bool plain = name.Length > 0;
        foreach (char c in name)
        {
            plain &= char.IsAsciiLetterOrDigit(c) || c is '_' or '$';
        }

        return plain ? $"{parent}.{name}" : $"{parent}['{name.Replace("'", "\\'", StringComparison.Ordinal)}']";
    }

    private static int Offset(ReadOnlySpan<byte> utf8, JsonException e)
    {
        int offset = 0;
        for (long line = e.LineNumber ?? 0; line > 0 && utf8[offset..].IndexOf((byte)'\n') is >= 0 and int end; line--)
        {
            offset += end + 1;
        }

        return (int)Math.Min(offset + (e.BytePositionInLine ?? 0), utf8.Length);
    }

    private static int FirstInvalid(ReadOnlySpan<byte> utf8)
    {
        int offset = 0;
        while (Rune.DecodeFromUtf8(utf8[offset..], out _, out int length) == System.Buffers.OperationStatus.Done)
        {
            offset += length;
        }

        return offset;
    }
}
