using System.IO.Hashing;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PlanetGraph.Engine.Tagging;

/// <summary>
/// The tagger's weights: a table of rows of 32 bytes, a weight of a byte at the lane of each label (<see cref="TagLabel.Lane"/>) and the feature's hash as its fingerprint.
/// Two rows are a bucket and a cache line: a feature is in one of the two or absent, which the lower halves of their fingerprints tell, laid out once more in a word for each
/// bucket: 32 KB for a table of half a MB. Immutable, thread-safe; a MB of unmanaged memory.
/// </summary>
public sealed unsafe class TaggerModel : IDisposable
{
    /// <summary>Bytes of a row.</summary>
    internal const int RowBytes = 32;

    /// <summary>Where a row's fingerprint is, behind the lanes.</summary>
    internal const int FingerprintAt = 28;

    private const uint Magic = 0x57544750;
    private const int HeaderBytes = 64;

    /// <summary>Bits of the fingerprint by which a feature is known in its bucket; with those of its bucket they are 29 of its 32.</summary>
    private const int TagBits = 16;

    /// <summary>The tag of a fingerprint: two rows of a bucket must differ in it.</summary>
    internal const uint TagMask = (1u << TagBits) - 1;

    private readonly byte* _table;
    private readonly uint* _tags;
    private readonly int _shift;
    private readonly uint _empty;
    private bool _disposed;

    private TaggerModel(byte* table, int bucketBits, ReadOnlySpan<short> transitions)
    {
        _table = table;
        _shift = 32 - bucketBits;
        _empty = 2u * RowBytes << bucketBits;
        _tags = (uint*)NativeMemory.AlignedAlloc((nuint)sizeof(uint) << bucketBits, 2 * RowBytes);
        Transitions = new TransitionTable(transitions);
        for (uint bucket = 0; bucket < 1u << bucketBits; bucket++)
        {
            uint* first = (uint*)(table + (bucket * 2 * RowBytes) + FingerprintAt);
            uint* second = (uint*)((byte*)first + RowBytes);
            _tags[bucket] = (*first & TagMask) | ((*second & TagMask) << TagBits);
        }

        Direct = new DirectRows(this);
    }

    /// <summary>Frees the table if <see cref="Dispose"/> was not called.</summary>
    ~TaggerModel() => Free();

    /// <summary>The rows that need no hash.</summary>
    internal DirectRows Direct { get; }

    /// <summary>What a label says of the next.</summary>
    internal TransitionTable Transitions { get; }

    /// <summary>Reads a weights file made by <c>make train</c>.</summary>
    /// <exception cref="TaggerException">The file is missing, cut off, damaged or of another version.</exception>
    public static TaggerModel Open(string path)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new TaggerException($"The tagger's weights {path} cannot be read: {failure.Message} Run `make train` or restore the file.", failure);
        }

        return Read(bytes, path);
    }

    /// <summary>Reads weights from memory; <paramref name="name"/> is named in errors.</summary>
    public static TaggerModel Read(ReadOnlySpan<byte> bytes, string name)
    {
        if (bytes.Length < HeaderBytes || BitConverter.ToUInt32(bytes) != Magic)
        {
            throw new TaggerException($"{name} is no weights file of the tagger. Run `make train` or restore the file.");
        }

        int version = BitConverter.ToInt32(bytes[4..]);
        if (version != FeatureTemplates.Version)
        {
            throw new TaggerException($"{name} holds weights of version {version}, this program needs {FeatureTemplates.Version}. Run `make train`.");
        }

        int bucketBits = BitConverter.ToInt32(bytes[8..]);
        ulong checksum = BitConverter.ToUInt64(bytes[16..]);
        int transitionBytes = (TagLabel.Count + 1) * TagLabel.Count * sizeof(short);
        long expected = bucketBits is < 1 or > 24 ? -1 : HeaderBytes + transitionBytes + (2L * RowBytes << bucketBits);
        if (bytes.Length != expected || XxHash64.HashToUInt64(bytes[HeaderBytes..]) != checksum)
        {
            throw new TaggerException($"{name} is damaged: its length or its checksum is wrong. Run `make train` or restore the file.");
        }

        ReadOnlySpan<short> transitions = MemoryMarshal.Cast<byte, short>(bytes.Slice(HeaderBytes, transitionBytes));
        ReadOnlySpan<byte> rows = bytes[(HeaderBytes + transitionBytes)..];
        byte* table = (byte*)NativeMemory.AlignedAlloc((nuint)(rows.Length + RowBytes), 2 * RowBytes);
        rows.CopyTo(new Span<byte>(table, rows.Length));
        NativeMemory.Clear(table + rows.Length, RowBytes);
        return new TaggerModel(table, bucketBits, transitions);
    }

    /// <summary>Frees the table; taggers that still use the model must be gone.</summary>
    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    /// <summary>The bytes of a weights file. Rows are laid out as in memory; transitions: start, then one row per previous label.</summary>
    internal static byte[] Write(int bucketBits, ReadOnlySpan<short> transitions, ReadOnlySpan<byte> rows)
    {
        byte[] bytes = new byte[HeaderBytes + (transitions.Length * sizeof(short)) + rows.Length];
        MemoryMarshal.AsBytes(transitions).CopyTo(bytes.AsSpan(HeaderBytes));
        rows.CopyTo(bytes.AsSpan(HeaderBytes + (transitions.Length * sizeof(short))));
        BitConverter.TryWriteBytes(bytes, Magic);
        BitConverter.TryWriteBytes(bytes.AsSpan(4), FeatureTemplates.Version);
        BitConverter.TryWriteBytes(bytes.AsSpan(8), bucketBits);
        BitConverter.TryWriteBytes(bytes.AsSpan(16), XxHash64.HashToUInt64(bytes.AsSpan(HeaderBytes)));
        return bytes;
    }

    /// <summary>Whether the table has a feature.</summary>
    internal bool Has(uint feature) => Place(feature) != _empty;

    /// <summary>The row of a feature; an empty one when the table does not have it. Lanes without a label hold anything small.</summary>
    internal Vector256<sbyte> Row(uint feature) => Vector256.Load((sbyte*)_table + Place(feature));

    /// <summary>The weights of a feature, zeros when the table does not have it, as <see cref="Sum"/> adds them.</summary>
    internal Vector512<short> Weights(uint feature) => Wide(Row(feature));

    /// <summary>
    /// Writes where the row of each feature is, in bytes from the table's beginning, and begins to load it; a feature that the table does not have has an empty row behind the
    /// table. Always as many steps: a loop over those present alone would end where no processor could guess.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Find(Vector256<uint> features, ref uint places)
    {
        if (!Avx2.IsSupported)
        {
            for (int i = 0; i < FeatureTemplates.Lanes; i++)
            {
                Unsafe.Add(ref places, i) = Place(features[i]);
            }

            return;
        }

        Vector256<uint> buckets = features >> _shift;
        Vector256<uint> tags = Avx2.GatherVector256(_tags, buckets.AsInt32(), sizeof(uint));
        Vector256<uint> wanted = features & Vector256.Create(TagMask);
        Vector256<uint> first = buckets * Vector256.Create(2u * RowBytes);
        Vector256<uint> second = Vector256.ConditionalSelect(Vector256.Equals(tags >> TagBits, wanted), first + Vector256.Create((uint)RowBytes), Vector256.Create(_empty));
        Vector256.ConditionalSelect(Vector256.Equals(tags & Vector256.Create(TagMask), wanted), first, second).StoreUnsafe(ref places);
        byte* table = _table;
        for (int i = 0; i < FeatureTemplates.Lanes; i++)
        {
            Sse.Prefetch0(table + Unsafe.Add(ref places, i));
        }
    }

    /// <summary>The sum of the weights at the <see cref="FeatureTemplates.Lanes"/> places found.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vector512<short> Sum(ref uint places)
    {
        sbyte* table = (sbyte*)_table;
        Vector512<short> even = Vector512<short>.Zero;
        Vector512<short> odd = Vector512<short>.Zero;
        for (int i = 0; i < FeatureTemplates.Lanes; i += 2)
        {
            even += Wide(Vector256.Load(table + Unsafe.Add(ref places, i)));
            odd += Wide(Vector256.Load(table + Unsafe.Add(ref places, i + 1)));
        }

        return even + odd;
    }

    /// <summary>A row's weights, ready to be added.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<short> Wide(Vector256<sbyte> row) =>
        Avx512BW.IsSupported ? Avx512BW.ConvertToVector512Int16(row) : Vector512.Create(Vector256.WidenLower(row), Vector256.WidenUpper(row));

    /// <summary>Where the row of a feature is, in bytes from the table's beginning.</summary>
    private uint Place(uint feature)
    {
        uint bucket = feature >> _shift;
        uint wanted = feature & TagMask;
        uint first = bucket * (2 * RowBytes);
        return (_tags[bucket] & TagMask) == wanted ? first : _tags[bucket] >> TagBits == wanted ? first + RowBytes : _empty;
    }

    private void Free()
    {
        if (!_disposed)
        {
            _disposed = true;
            Direct?.Dispose();
            NativeMemory.AlignedFree(_table);
            NativeMemory.AlignedFree(_tags);
        }
    }
}
