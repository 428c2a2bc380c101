using System.IO.Hashing;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PlanetGraph.Engine.Tagging;

/// <summary>
/// The tagger's weights: a table of rows of 32 bytes, a weight of a byte at the lane of each label (<see cref="TagLabel.Lane"/>) and the feature's hash as its fingerprint.
/// Two rows are a bucket and a cache line: a feature is in one of the two or absent. Immutable, thread-safe; a few MB of unmanaged memory.
/// </summary>
public sealed unsafe class TaggerModel : IDisposable
{
    /// <summary>Bytes of a row.</summary>
    internal const int RowBytes = 32;

    /// <summary>Where a row's fingerprint is, behind the lanes.</summary>
    internal const int FingerprintAt = 28;


    private const uint Magic = 0x57544750;
    private const int HeaderBytes = 64;

    /// <summary>Bits of the presence map: an eighth of a MB stays in the second-level cache, the table does not.</summary>
    private const int PresenceBits = 20;

    private readonly byte* _table;
    private readonly uint[] _presence = new uint[1 << (PresenceBits - 5)];
    private readonly int _shift;
    private bool _disposed;

    private TaggerModel(byte* table, int bucketBits, ReadOnlySpan<short> transitions)
    {
        _table = table;
        _shift = 32 - bucketBits;
        Transitions = new TransitionTable(transitions);
        for (int row = 0; row < 2 << bucketBits; row++)
        {
            uint fingerprint = *(uint*)(table + ((long)row * RowBytes) + FingerprintAt);
            if (fingerprint != 0)
            {
                _presence[fingerprint >> (32 - PresenceBits + 5)] |= 1u << (int)((fingerprint >> (32 - PresenceBits)) & 31);
            }
        }
    }

    /// <summary>Frees the table if <see cref="Dispose"/> was not called.</summary>
    ~TaggerModel() => Free();

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
        byte* table = (byte*)NativeMemory.AlignedAlloc((nuint)rows.Length, 2 * RowBytes);
        rows.CopyTo(new Span<byte>(table, rows.Length));
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

    /// <summary>
    /// Moves the features that the table may have to the front, begins to load their buckets into the cache, and returns their number.
    /// Most features of an address are in no table: without the table's cache line they cost a bit of the presence map.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int Select(Span<uint> features)
    {
        ref uint presence = ref MemoryMarshal.GetArrayDataReference(_presence);
        ref uint feature = ref MemoryMarshal.GetReference(features);
        nint length = features.Length;
        nint count = 0;
        for (nint i = 0; i < length; i++)
        {
            uint hash = Unsafe.Add(ref feature, i);
            uint word = Unsafe.Add(ref presence, (nint)(hash >> (32 - PresenceBits + 5)));
            Unsafe.Add(ref feature, count) = hash;
            count += (nint)((word >> (int)(hash >> (32 - PresenceBits))) & 1);
        }

        if (Sse.IsSupported)
        {
            byte* table = _table;
            int shift = _shift;
            for (nint i = 0; i < count; i++)
            {
                Sse.Prefetch0(table + ((nuint)(Unsafe.Add(ref feature, i) >> shift) * (2 * RowBytes)));
            }
        }

        return (int)count;
    }

    /// <summary>The sum of the weights of all <paramref name="features"/> that the table has. Lanes without a label hold anything small.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vector512<short> Sum(ReadOnlySpan<uint> features)
    {
        byte* table = _table;
        int shift = _shift;
        Vector512<short> sum = Vector512<short>.Zero;
        foreach (uint feature in features)
        {
            byte* bucket = table + ((nuint)(feature >> shift) * (2 * RowBytes));
            bool second = *(uint*)(bucket + FingerprintAt) != feature;
            bucket += (nuint)(*(byte*)&second) * RowBytes;
            if (*(uint*)(bucket + FingerprintAt) != feature)
            {
                // The presence map errs once in thirty times: the processor guesses the branch right, and that is cheaper than a mask for each row.
                continue;
            }

            Vector256<sbyte> row = Vector256.Load((sbyte*)bucket);
            sum += Avx512BW.IsSupported
                ? Avx512BW.ConvertToVector512Int16(row)
                : Vector512.Create(Vector256.WidenLower(row), Vector256.WidenUpper(row));
        }

        return sum;
    }

    private void Free()
    {
        if (!_disposed)
        {
            _disposed = true;
            NativeMemory.AlignedFree(_table);
        }
    }
}
