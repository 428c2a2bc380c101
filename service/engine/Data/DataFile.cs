using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;

namespace PlanetGraph.Engine.Data;

/// <summary>
/// A data file in memory, checked once. It stays mapped for as long as anything refers to it: sessions may outlive the standardizer that made them.
/// </summary>
internal sealed unsafe class DataFile
{
    private readonly MemoryMappedViewAccessor view;
    private readonly byte* start;
    private readonly long length;
    private readonly string path;

    private DataFile(MemoryMappedViewAccessor view, byte* start, long length, string path)
    {
        this.view = view;
        this.start = start;
        this.length = length;
        this.path = path;
        Checksum = BinFormat.Check(new ReadOnlySpan<byte>(start, (int)length), path);
    }

    ~DataFile()
    {
        view.SafeMemoryMappedViewHandle.ReleasePointer();
        view.Dispose();
    }

    public ulong Checksum { get; }

    public static DataFile Open(string path)
    {
        try
        {
            FileInfo info = new(path);
            if (!info.Exists)
            {
                throw new GazetteerException($"There is no data file at {path}; build it with: make data");
            }

            if (info.Length is < BinFormat.HeaderLength or > int.MaxValue)
            {
                throw new GazetteerException($"{path} has {info.Length} bytes, which no data file has; build it anew with: make data");
            }

            using MemoryMappedFile file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
            MemoryMappedViewAccessor view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
            byte* pointer = null;
            view.SafeMemoryMappedViewHandle.AcquirePointer(ref pointer);
            return new DataFile(view, pointer + view.PointerOffset, info.Length, path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new GazetteerException($"{path} cannot be read: {error.Message}", error);
        }
    }

    /// <summary>A section as an array of <typeparamref name="T"/> that lives as long as this file.</summary>
    public Section<T> Section<T>(SectionId id)
        where T : unmanaged
    {
        ReadOnlySpan<byte> file = new(start, (int)length);
        int count = MemoryMarshal.Read<int>(file[BinFormat.HeaderLength..]);
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<byte> entry = file.Slice(BinFormat.HeaderLength + BinFormat.Alignment + (i * BinFormat.SectionEntryLength), BinFormat.SectionEntryLength);
            if (MemoryMarshal.Read<int>(entry) != (int)id)
            {
                continue;
            }

            long offset = MemoryMarshal.Read<long>(entry[8..]);
            long bytes = MemoryMarshal.Read<long>(entry[16..]);
            if (MemoryMarshal.Read<int>(entry[4..]) != sizeof(T) || offset < BinFormat.HeaderLength || bytes < 0 || offset + bytes > length || bytes % sizeof(T) != 0)
            {
                break;
            }

            return new Section<T>(this, (T*)(start + offset), (int)(bytes / sizeof(T)));
        }

        throw new GazetteerException($"{path} has no usable section {id}; build it anew with: make data");
    }
}
