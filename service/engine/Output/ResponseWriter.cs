using System.Buffers;
using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Text.Unicode;
using PlanetGraph.Engine.Data;
using PlanetGraph.Engine.Text;

namespace PlanetGraph.Engine.Output;

/// <summary>Writes parts as the response object, straight to UTF-8; Chinese stays as it is.</summary>
internal ref struct ResponseWriter(Gazetteer gazetteer, NormalizedText text, CustomerValues customer, IBufferWriter<byte> output)
{
    /// <summary>Bytes of all that is no value: names of fields, nulls, commas, quotes, the house number, the level.</summary>
    private const int Frame = 512;

    /// <summary>A character that must be escaped becomes six bytes.</summary>
    private const int LongestCharacter = 6;

    private Span<byte> buffer;
    private int used;

    public void Write(Parts parts)
    {
        buffer = output.GetSpan(Room(parts));
        Span<Range> written = stackalloc Range[Parts.FieldCount];
        Raw("{\"segments\":["u8);
        int begin = used;
        for (AddressField field = AddressField.Province; field <= AddressField.Company; field++)
        {
            written[(int)field] = Segment(parts[field], begin);
            if (field == AddressField.Road)
            {
                Segment(parts.NumberText, begin);
            }
        }

        Raw("],\"province\":"u8);
        Again(written[(int)AddressField.Province]);
        Raw(",\"city\":"u8);
        Again(written[(int)AddressField.City]);
        Raw(",\"region\":"u8);
        Again(written[(int)AddressField.Region]);
        Raw(",\"town\":"u8);
        Again(written[(int)AddressField.Town]);
        Raw(",\"village\":"u8);
        Again(written[(int)AddressField.Village]);
        Raw(",\"houseNumber\":"u8);
        Number(parts.HouseNumber);
        Raw(",\"company\":"u8);
        Again(written[(int)AddressField.Company]);
        Raw(",\"road\":"u8);
        Again(written[(int)AddressField.Road]);
        Raw(",\"residential\":"u8);
        Again(written[(int)AddressField.Residential]);
        Raw(",\"office\":"u8);
        Again(written[(int)AddressField.Office]);
        Raw(",\"mall\":"u8);
        Again(written[(int)AddressField.Mall]);
        Raw(",\"businessCircle\":"u8);
        Again(written[(int)AddressField.BusinessCircle]);
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
    }

    /// <summary>Bytes that the object has at most: asked for once, so that nothing is asked while writing. Values are written twice, the number's text once.</summary>
    private int Room(Parts parts)
    {
        int room = Frame + (LongestCharacter * parts.NumberText.Length);
        for (AddressField field = AddressField.Province; field <= AddressField.Company; field++)
        {
            FieldValue value = parts[field];
            room += 2 * (value.Unit >= 0 ? gazetteer.Units[value.Unit].NameLength : LongestCharacter * (value.Custom >= 0 ? customer[value.Custom].Length : value.Length));
        }

        return room;
    }

    /// <summary>Writes a value behind the segments from <paramref name="begin"/> on; returns where it stands.</summary>
    private Range Segment(in FieldValue value, int begin)
    {
        if (value.IsEmpty)
        {
            return default;
        }

        if (used > begin)
        {
            Raw(","u8);
        }

        int start = used;
        if (value.Unit >= 0)
        {
            Raw("\""u8);
            Raw(gazetteer.NameUtf8(value.Unit));
            Raw("\""u8);
        }
        else
        {
            Quoted(value.Custom >= 0 ? customer[value.Custom] : text.Span.Slice(value.Start, value.Length));
        }

        return start..used;
    }

    /// <summary>Writes a segment's value once more, for its field.</summary>
    private void Again(Range segment)
    {
        ReadOnlySpan<byte> value = buffer[segment];
        Raw(value.IsEmpty ? "null"u8 : value);
    }

    private void Quoted(ReadOnlySpan<char> characters)
    {
        Raw("\""u8);
        while (!characters.IsEmpty)
        {
            int plain = PlainLength(characters);
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
        Utf8Formatter.TryFormat(number, buffer[used..], out int written);
        used += written;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Raw(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(buffer[used..]);
        used += bytes.Length;
    }
}
