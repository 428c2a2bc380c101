using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace PlanetGraph.Batch.Assembly;

/// <summary>
/// xxHash64 (seed 0) whose state can be written down. System.IO.Hashing has the hash but keeps its state to itself; without the state an
/// assembler that takes over would have to read again all that was joined before.
/// </summary>
internal sealed class ResumableXxHash64
{
    private const ulong Prime1 = 11400714785074694791;
    private const ulong Prime2 = 14029467366897019727;
    private const ulong Prime3 = 1609587929392839161;
    private const ulong Prime4 = 9650029242287828579;
    private const ulong Prime5 = 2870177450012600261;
    private const int Stripe = 32;

    private readonly ulong[] lanes = [unchecked(Prime1 + Prime2), Prime2, 0, unchecked(0 - Prime1)];
    private readonly byte[] rest = new byte[Stripe];
    private ulong length;

    /// <summary>The state as text; goes on with <see cref="Resume"/>.</summary>
    public string State
    {
        get
        {
            Span<byte> state = stackalloc byte[(5 * sizeof(ulong)) + Stripe];
            for (var lane = 0; lane < lanes.Length; lane++)
                BinaryPrimitives.WriteUInt64LittleEndian(state[(lane * sizeof(ulong))..], lanes[lane]);
            BinaryPrimitives.WriteUInt64LittleEndian(state[(4 * sizeof(ulong))..], length);
            rest.CopyTo(state[(5 * sizeof(ulong))..]);
            return Convert.ToBase64String(state);
        }
    }

    /// <param name="state">A <see cref="State"/>; empty: from the beginning.</param>
    public static ResumableXxHash64 Resume(string state)
    {
        var hash = new ResumableXxHash64();
        if (state.Length == 0)
            return hash;
        ReadOnlySpan<byte> bytes = Convert.FromBase64String(state);
        for (var lane = 0; lane < hash.lanes.Length; lane++)
            hash.lanes[lane] = BinaryPrimitives.ReadUInt64LittleEndian(bytes[(lane * sizeof(ulong))..]);
        hash.length = BinaryPrimitives.ReadUInt64LittleEndian(bytes[(4 * sizeof(ulong))..]);
        bytes[(5 * sizeof(ulong))..].CopyTo(hash.rest);
        return hash;
    }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        var held = (int)(length % Stripe);
        length += (ulong)bytes.Length;
        if (held > 0)
        {
            var taken = Math.Min(Stripe - held, bytes.Length);
            bytes[..taken].CopyTo(rest.AsSpan(held));
            bytes = bytes[taken..];
            if (held + taken < Stripe)
                return;
            AddStripes(rest);
        }

        AddStripes(bytes[..^(bytes.Length % Stripe)]);
        bytes[^(bytes.Length % Stripe)..].CopyTo(rest);
    }

    /// <summary>16 lower-case hex digits, as <c>xxhsum</c> prints them.</summary>
    public string Finish()
    {
        var hash = Prime5;
        if (length >= Stripe)
        {
            hash = BitOperations.RotateLeft(lanes[0], 1) + BitOperations.RotateLeft(lanes[1], 7) + BitOperations.RotateLeft(lanes[2], 12) + BitOperations.RotateLeft(lanes[3], 18);
            foreach (var lane in lanes)
                hash = ((hash ^ Round(0, lane)) * Prime1) + Prime4;
        }

        hash += length;
        var tail = rest.AsSpan(0, (int)(length % Stripe));
        for (; tail.Length >= 8; tail = tail[8..])
            hash = (BitOperations.RotateLeft(hash ^ Round(0, BinaryPrimitives.ReadUInt64LittleEndian(tail)), 27) * Prime1) + Prime4;
        if (tail.Length >= 4)
        {
            hash = (BitOperations.RotateLeft(hash ^ (BinaryPrimitives.ReadUInt32LittleEndian(tail) * Prime1), 23) * Prime2) + Prime3;
            tail = tail[4..];
        }

        foreach (var value in tail)
            hash = BitOperations.RotateLeft(hash ^ (value * Prime5), 11) * Prime1;
        hash = (hash ^ (hash >> 33)) * Prime2;
        hash = (hash ^ (hash >> 29)) * Prime3;
        return (hash ^ (hash >> 32)).ToString("x16");
    }

    private static ulong Round(ulong lane, ulong input) => BitOperations.RotateLeft(lane + (input * Prime2), 31) * Prime1;

    // The lanes stay in registers from the first stripe to the last. Called once a block, it would run unoptimized for long.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddStripes(ReadOnlySpan<byte> stripes)
    {
        var (lane0, lane1, lane2, lane3) = (lanes[0], lanes[1], lanes[2], lanes[3]);
        for (; stripes.Length >= Stripe; stripes = stripes[Stripe..])
        {
            lane0 = Round(lane0, BinaryPrimitives.ReadUInt64LittleEndian(stripes));
            lane1 = Round(lane1, BinaryPrimitives.ReadUInt64LittleEndian(stripes[8..]));
            lane2 = Round(lane2, BinaryPrimitives.ReadUInt64LittleEndian(stripes[16..]));
            lane3 = Round(lane3, BinaryPrimitives.ReadUInt64LittleEndian(stripes[24..]));
        }

        (lanes[0], lanes[1], lanes[2], lanes[3]) = (lane0, lane1, lane2, lane3);
    }
}
