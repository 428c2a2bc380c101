using System.Buffers;
using System.Buffers.Text;
using System.Text.Unicode;
using PlanetGraph.Engine.Data;
using PlanetGraph.Engine.Text;

namespace PlanetGraph.Engine.Output;

/// <summary>Writes parts as the response object, straight to UTF-8; Chinese stays as it is.</summary>
internal ref struct ResponseWriter(Gazetteer gazetteer, NormalizedText text, CustomerValues customer, IBufferWriter<byte> output)
{
    /// <summary>The longest value: 1,000 characters of which each may be escaped to six bytes, all twice (segments).</summary>
    private const int Chunk = 512;

    private Span<byte> buffer = output.GetSpan(Chunk);
    private int used;

    public void Write(Parts parts)
    {
        Raw("{\"segments\":["u8);
        bool first = true;
        for (AddressField field = AddressField.Province; field <= AddressField.Company; field++)
        {
            Segment(parts[field], ref first);
            if (field == AddressField.Road)
            {
                Segment(parts.NumberText, ref first);
            }
        }

        Raw("],\"province\":"u8);
        Value(parts[AddressField.Province]);
        Raw(",\"city\":"u8);
        Value(parts[AddressField.City]);
        Raw(",\"region\":"u8);
        Value(parts[AddressField.Region]);
        Raw(",\"town\":"u8);
        Value(parts[AddressField.Town]);
        Raw(",\"village\":"u8);
        Value(parts[AddressField.Village]);
        Raw(",\"houseNumber\":"u8);
        Number(parts.HouseNumber);
        Raw(",\"company\":"u8);
        Value(parts[AddressField.Company]);
        Raw(",\"road\":"u8);
        Value(parts[AddressField.Road]);
        Raw(",\"residential\":"u8);
        Value(parts[AddressField.Residential]);
        Raw(",\"office\":"u8);
        Value(parts[AddressField.Office]);
        Raw(",\"mall\":"u8);
        Value(parts[AddressField.Mall]);
        Raw(",\"businessCircle\":"u8);
        Value(parts[AddressField.BusinessCircle]);
        Raw(",\"level\":"u8);
        if (parts.Level is { } level)
        {
            Quoted(level);
        }
        else
        {
            Raw("null"u8);
        }

        Raw("}"u8);
        output.Advance(used);
        used = 0;
    }

    private void Segment(in FieldValue value, ref bool first)
    {
        if (value.IsEmpty)
        {
            return;
        }

        if (!first)
        {
            Raw(","u8);
        }

        first = false;
        Value(value);
    }

    private void Value(in FieldValue value)
    {
        if (value.IsEmpty)
        {
            Raw("null"u8);
        }
        else if (value.Unit >= 0)
        {
            Raw("\""u8);
            Raw(gazetteer.NameUtf8(value.Unit));
            Raw("\""u8);
        }
        else
        {
            Quoted(value.Custom >= 0 ? customer[value.Custom] : text.Span.Slice(value.Start, value.Length));
        }
    }

    private void Quoted(ReadOnlySpan<char> characters)
    {
        Raw("\""u8);
        while (!characters.IsEmpty)
        {
            int plain = PlainLength(characters);
            Reserve((plain * 3) + 6);
            Utf8.FromUtf16(characters[..plain], buffer[used..], out _, out int written, replaceInvalidSequences: true);
            used += written;
            characters = characters[plain..];
            if (!characters.IsEmpty)
            {
                Escaped(characters[0]);
                characters = characters[1..];
            }
        }

        Raw("\""u8);
    }

    private static int PlainLength(ReadOnlySpan<char> characters)
    {
        for (int i = 0; i < characters.Length; i++)
        {
            if (characters[i] is < ' ' or '"' or '\\')
            {
                return i;
            }
        }

        return characters.Length;
    }

    private void Escaped(char character)
    {
        if (character is '"' or '\\')
        {
            buffer[used++] = (byte)'\\';
            buffer[used++] = (byte)character;
            return;
        }

        Raw("\\u00"u8);
        buffer[used++] = (byte)('0' + (character >> 4));
        buffer[used++] = (byte)"0123456789abcdef"[character & 15];
    }

    private void Number(int number)
    {
        Reserve(11);
        Utf8Formatter.TryFormat(number, buffer[used..], out int written);
        used += written;
    }

    private void Raw(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length + 8);
        bytes.CopyTo(buffer[used..]);
        used += bytes.Length;
    }

    private void Reserve(int bytes)
    {
        if (buffer.Length - used < bytes)
        {
            output.Advance(used);
            buffer = output.GetSpan(Math.Max(bytes, Chunk));
            used = 0;
        }
    }
}
