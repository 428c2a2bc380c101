using System.Buffers.Binary;
using System.IO.Hashing;

namespace PlanetGraph.Engine.Data;

/// <summary>
/// The layout of data_stable.bin, little endian: a header of 32 bytes (magic, version, zero, file length, XxHash3 of all that follows),
/// a table of sections (id, size of an element, offset, bytes), then the sections, each on a 16-byte boundary.
/// </summary>
internal static class BinFormat
{
    public const int Version = 3;
    public const int HeaderLength = 32;
    public const int SectionEntryLength = 24;
    public const int Alignment = 16;

    public static ReadOnlySpan<byte> Magic => "PGDATA\r\n"u8;

    public static void WriteHeader(Span<byte> header, long fileLength, ulong checksum)
    {
        header = header[..HeaderLength];
        header.Clear();
        Magic.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[8..], Version);
        BinaryPrimitives.WriteInt64LittleEndian(header[16..], fileLength);
        BinaryPrimitives.WriteUInt64LittleEndian(header[24..], checksum);
    }

    /// <summary>Returns the checksum, or throws the sentence that says why this is no usable data file.</summary>
    public static ulong Check(ReadOnlySpan<byte> file, string path)
    {
        if (file.Length < HeaderLength)
        {
            throw new GazetteerException($"{path} has {file.Length} bytes, too few for a data file; build it anew with: make data");
        }

        if (!file[..8].SequenceEqual(Magic))
        {
            throw new GazetteerException($"{path} is no PlanetGraph data file (it does not begin with the mark of one); build it with: make data");
        }

        int version = BinaryPrimitives.ReadInt32LittleEndian(file[8..]);
        if (version != Version || BinaryPrimitives.ReadInt32LittleEndian(file[12..]) != 0)
        {
            throw new GazetteerException(
                $"{path} has format version {version}, this program reads version {Version}; take the data file that belongs to it, or build it with: make data");
        }

        long length = BinaryPrimitives.ReadInt64LittleEndian(file[16..]);
        if (length != file.Length)
        {
            throw new GazetteerException($"{path} has {file.Length} bytes where its header says {length}: it was cut short or grew; copy it anew or build it with: make data");
        }

        ulong expected = BinaryPrimitives.ReadUInt64LittleEndian(file[24..]);
        ulong actual = XxHash3.HashToUInt64(file[HeaderLength..]);
        return actual == expected
            ? actual
            : throw new GazetteerException($"{path} is corrupt (checksum {actual:x16}, its header says {expected:x16}); copy it anew or build it with: make data");
    }
}
