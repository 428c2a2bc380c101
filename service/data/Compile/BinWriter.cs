using System.IO.Hashing;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PlanetGraph.Engine.Data;

namespace PlanetGraph.Data.Compile;

/// <summary>Lays sections into one data file and seals it with length and checksum.</summary>
internal sealed class BinWriter
{
    private readonly List<(SectionId Id, int ElementSize, byte[] Bytes)> sections = [];

    public void Add<T>(SectionId id, ReadOnlySpan<T> elements)
        where T : unmanaged => sections.Add((id, Unsafe.SizeOf<T>(), MemoryMarshal.AsBytes(elements).ToArray()));

    /// <summary>Writes beside the target and renames: a reader never sees half a file.</summary>
    public void WriteTo(string path)
    {
        byte[] file = Assemble();
        string part = path + ".part";
        File.WriteAllBytes(part, file);
        File.Move(part, path, overwrite: true);
    }

    public byte[] Assemble()
    {
        int table = BinFormat.HeaderLength + BinFormat.Alignment;
        int offset = Align(table + (sections.Count * BinFormat.SectionEntryLength));
        int length = offset + sections.Sum(section => Align(section.Bytes.Length));
        byte[] file = new byte[length];
        MemoryMarshal.Write(file.AsSpan(BinFormat.HeaderLength), sections.Count);
        for (int i = 0; i < sections.Count; i++)
        {
            (SectionId id, int elementSize, byte[] bytes) = sections[i];
            Span<byte> entry = file.AsSpan(table + (i * BinFormat.SectionEntryLength));
            MemoryMarshal.Write(entry, (int)id);
            MemoryMarshal.Write(entry[4..], elementSize);
            MemoryMarshal.Write(entry[8..], (long)offset);
            MemoryMarshal.Write(entry[16..], (long)bytes.Length);
            bytes.CopyTo(file, offset);
            offset += Align(bytes.Length);
        }

        BinFormat.WriteHeader(file, file.Length, XxHash3.HashToUInt64(file.AsSpan(BinFormat.HeaderLength)));
        return file;
    }

    private static int Align(int length) => (length + BinFormat.Alignment - 1) / BinFormat.Alignment * BinFormat.Alignment;
}
