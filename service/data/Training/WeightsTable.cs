using System.Buffers.Binary;
using PlanetGraph.Engine.Tagging;

namespace PlanetGraph.Data.Training;

/// <summary>Turns trained weights into the tagger's file: one byte a weight, the strongest features first until their buckets are full.</summary>
internal static class WeightsTable
{
    /// <summary>The bytes of the weights file, and the features that found a row and that did not although they matter.</summary>
    public static (byte[] Bytes, int Kept, int Lost) Build(CrfTrainer trainer, ReadOnlySpan<uint> features, int bucketBits)
    {
        ReadOnlySpan<float> weights = trainer.Weights;
        (float Strength, int Feature)[] ranked = new (float, int)[features.Length];
        float greatest = 0;
        for (int i = 0; i < features.Length; i++)
        {
            ReadOnlySpan<float> row = weights.Slice(i * CrfTrainer.Stride, TagLabel.Count);
            float strength = 0;
            foreach (float weight in row)
            {
                strength += weight * weight;
                greatest = Math.Max(greatest, Math.Abs(weight));
            }

            ranked[i] = (strength, i);
        }

        Array.Sort(ranked, (a, b) => b.Strength != a.Strength ? b.Strength.CompareTo(a.Strength) : a.Feature.CompareTo(b.Feature));

        float scale = 127 / Math.Min(greatest, 5f);
        byte[] rows = new byte[2 * TaggerModel.RowBytes << bucketBits];
        int kept = 0;
        int lost = 0;
        foreach ((float strength, int feature) in ranked)
        {
            if (strength * scale * scale < 2)
            {
                break;
            }

            uint hash = features[feature];
            Span<byte> bucket = rows.AsSpan((int)(hash >> (32 - bucketBits)) * 2 * TaggerModel.RowBytes, 2 * TaggerModel.RowBytes);
            Span<byte> row = Free(bucket[..TaggerModel.RowBytes]) ? bucket[..TaggerModel.RowBytes] : bucket[TaggerModel.RowBytes..];
            if (!Free(row) || (!Free(bucket) && Tag(Fingerprint(bucket)) == Tag(hash)))
            {
                lost++;
                continue;
            }

            for (int label = 0; label < TagLabel.Count; label++)
            {
                row[TagLabel.Lane(label)] = (byte)(sbyte)Math.Clamp(MathF.Round(weights[(feature * CrfTrainer.Stride) + label] * scale), -127, 127);
            }

            BinaryPrimitives.WriteUInt32LittleEndian(row[TaggerModel.FingerprintAt..], hash);
            kept++;
        }

        short[] transitions = new short[(TagLabel.Count + 1) * TagLabel.Count];
        for (int previous = -1; previous < TagLabel.Count; previous++)
        {
            for (int next = 0; next < TagLabel.Count; next++)
            {
                transitions[((previous + 1) * TagLabel.Count) + next] = TagLabel.MayFollow(previous, next)
                    ? (short)Math.Clamp(MathF.Round(trainer.Transitions[((previous + 1) * CrfTrainer.Stride) + next] * scale), -2000, 2000)
                    : TransitionTable.Forbidden;
            }
        }

        return (TaggerModel.Write(bucketBits, transitions, rows), kept, lost);
    }

    private static bool Free(ReadOnlySpan<byte> row) => Fingerprint(row) == 0;

    private static uint Fingerprint(ReadOnlySpan<byte> row) => BinaryPrimitives.ReadUInt32LittleEndian(row[TaggerModel.FingerprintAt..]);

    private static uint Tag(uint fingerprint) => fingerprint & TaggerModel.TagMask;
}
