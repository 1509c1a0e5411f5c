using System.Text;

namespace Consent;

/// <summary>Reads comma-separated values with quotes, in which a field may hold line breaks (RFC 4180).</summary>
internal sealed class CsvReader(TextReader reader, string fileName)
{
    private long _next = 1;

    /// <summary>The line that the last record started in, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>The fields of the next record, or <see langword="null"/> at the end.</summary>
    public List<string>? Read()
    {
        if (reader.Peek() < 0)
        {
            return null;
        }

        Line = _next;
        List<string> fields = [];
        StringBuilder field = new();
        while (true)
        {
            int c = reader.Read();
            if (c == '"' && field.Length == 0)
            {
                ReadQuoted(field);
            }
            else if (c is ',')
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else if (c is '\n' or < 0)
            {
                _next++;
                fields.Add(field.ToString().TrimEnd('\r'));
                return fields;
            }
            else
            {
                field.Append((char)c);
            }
        }
    }

    private void ReadQuoted(StringBuilder field)
    {
        while (true)
        {
            int c = reader.Read();
            if (c < 0)
            {
                throw new ServiceSourceException(fileName, Line, "a quoted field doesn't end; a closing \" was expected");
            }

            if (c == '"' && reader.Peek() != '"')
            {
                return;
            }

            if (c == '"')
            {
                reader.Read();
            }

            _next += c == '\n' ? 1 : 0;
            field.Append((char)c);
        }
    }
}
