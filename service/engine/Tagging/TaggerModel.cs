using System.IO.Hashing;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PlanetGraph.Engine.Tagging;

/// <summary>
/// The tagger's weights: a table of rows of 32 bytes, 24 weights of a byte (20 used) and the upper half of the feature's hash as its fingerprint.
/// Two rows are a bucket and a cache line: a feature is in one of the two or absent. Immutable, thread-safe; a few MB of unmanaged memory.
/// </summary>
public sealed unsafe class TaggerModel : IDisposable
{
    /// <summary>Bytes of a row.</summary>
    internal const int RowBytes = 32;

    /// <summary>Where a row's fingerprint is.</summary>
    internal const int FingerprintAt = 28;

    /// <summary>Transitions that must not happen.</summary>
    internal const short Forbidden = -12000;

    private const uint Magic = 0x57544750;
    private const int HeaderBytes = 64;

    /// <summary>Bits of the presence map: an eighth of a MB stays in the second-level cache, the table does not.</summary>
    private const int PresenceBits = 20;

    private readonly byte* _table;
    private readonly ulong[] _presence = new ulong[1 << (PresenceBits - 6)];
    private readonly int _shift;
    private readonly Vector512<short>[] _transitions = new Vector512<short>[TagLabel.Count];
    private bool _disposed;

    private TaggerModel(byte* table, int bucketBits, ReadOnlySpan<short> transitions)
    {
        _table = table;
        _shift = 64 - bucketBits;
        Start = Pad(transitions[..TagLabel.Count]);
        for (int row = 0; row < 2 << bucketBits; row++)
        {
            uint fingerprint = *(uint*)(table + ((long)row * RowBytes) + FingerprintAt);
            if (fingerprint != 0)
            {
                _presence[fingerprint >> (32 - PresenceBits + 6)] |= 1UL << (int)((fingerprint >> (32 - PresenceBits)) & 63);
            }
        }

        for (int label = 0; label < TagLabel.Count; label++)
        {
            _transitions[label] = Pad(transitions.Slice((label + 1) * TagLabel.Count, TagLabel.Count));
        }
    }

    /// <summary>Frees the table if <see cref="Dispose"/> was not called.</summary>
    ~TaggerModel() => Free();

    /// <summary>Scores of the first token's labels.</summary>
    internal Vector512<short> Start { get; }

    /// <summary>Scores of the next label after a label.</summary>
    internal ReadOnlySpan<Vector512<short>> Transitions => _transitions;

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
    internal int Select(Span<ulong> features)
    {
        ref ulong presence = ref MemoryMarshal.GetArrayDataReference(_presence);
        ref ulong feature = ref MemoryMarshal.GetReference(features);
        int count = 0;
        for (int i = 0; i < features.Length; i++)
        {
            ulong hash = Unsafe.Add(ref feature, i);
            uint fingerprint = (uint)hash;
            ulong word = Unsafe.Add(ref presence, (nint)(fingerprint >> (32 - PresenceBits + 6)));
            Unsafe.Add(ref feature, count) = hash;
            count += (int)((word >> (int)((fingerprint >> (32 - PresenceBits)) & 63)) & 1);
        }

        if (Sse.IsSupported)
        {
            for (int i = 0; i < count; i++)
            {
                Sse.Prefetch0(_table + ((Unsafe.Add(ref feature, i) >> _shift) * (2 * RowBytes)));
            }
        }

        return count;
    }

    /// <summary>Adds the weights of a feature, or zeros when the table does not have it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vector512<short> Add(Vector512<short> sum, ulong feature)
    {
        byte* bucket = _table + ((feature >> _shift) * (2 * RowBytes));
        uint fingerprint = (uint)feature;
        bool second = *(uint*)(bucket + FingerprintAt) != fingerprint;
        bucket += *(byte*)&second * RowBytes;
        bool found = *(uint*)(bucket + FingerprintAt) == fingerprint;
        Vector256<sbyte> row = Vector256.Load((sbyte*)bucket) & Vector256.Create((sbyte)-(*(byte*)&found));
        return sum + (Avx512BW.IsSupported
            ? Avx512BW.ConvertToVector512Int16(row)
            : Vector512.Create(Vector256.WidenLower(row), Vector256.WidenUpper(row)));
    }

    /// <summary>A score per label; forbidden in the lanes behind.</summary>
    internal static Vector512<short> Pad(ReadOnlySpan<short> scores)
    {
        Span<short> padded = stackalloc short[Vector512<short>.Count];
        padded.Fill(Forbidden);
        scores.CopyTo(padded);
        return Vector512.Create<short>(padded);
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
