using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Consent;

/// <summary>
/// Writes the part of a file that has the right shape, so that it can be deserialized and checked further although the
/// rest is wrong. A bad item leaves a null, so that the others keep their places; a bad member is left out.
/// </summary>
internal static class SoundPart
{
    public static ReadOnlyMemory<byte> Of(SourceValue root)
    {
        ArrayBufferWriter<byte> output = new();
        using (Utf8JsonWriter writer = new(output))
        {
            Write(writer, root);
        }

        return output.WrittenMemory;
    }

    private static void Write(Utf8JsonWriter writer, SourceValue value)
    {
        switch (value.Kind)
        {
            case JsonTokenType.StartObject when !value.IsBad:
                writer.WriteStartObject();
                foreach (SourceMember member in value.Members.Where(static m => !m.Value.IsBad))
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value);
                }

                value.Missing.ForEach(writer.WriteNull);
                writer.WriteEndObject();
                break;
            case JsonTokenType.StartArray when !value.IsBad:
                writer.WriteStartArray();
                value.Items.ForEach(item => Write(writer, item));
                writer.WriteEndArray();
                break;
            case JsonTokenType.String when !value.IsBad:
                writer.WriteStringValue(value.Text);
                break;
            case JsonTokenType.Number when !value.IsBad:
                writer.WriteNumberValue(int.Parse(value.Text, CultureInfo.InvariantCulture));
                break;
            case JsonTokenType.True or JsonTokenType.False when !value.IsBad:
                writer.WriteBooleanValue(value.Kind == JsonTokenType.True);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }
}
