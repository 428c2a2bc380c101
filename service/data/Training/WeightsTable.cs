using System.Buffers.Binary;
using System.Numerics.Tensors;
using PlanetGraph.Engine.Tagging;

namespace PlanetGraph.Data.Training;

/// <summary>Turns trained weights into the tagger's file: one byte a weight, two features a bucket.</summary>
internal static class WeightsTable
{
    /// <summary>Weights beyond this are cut off, so that one of them does not make all others coarse.</summary>
    private const float Greatest = 5;

    /// <summary>The numbers of the strongest features for which the table has room, ascending. A feature that another of its bucket could be taken for finds none.</summary>
    public static int[] Choose(CrfTrainer trainer, ReadOnlySpan<uint> features, int bucketBits)
    {
        (float Strength, int Feature)[] ranked = new (float, int)[features.Length];
        for (int i = 0; i < features.Length; i++)
        {
            ranked[i] = (TensorPrimitives.SumOfSquares(Row(trainer, i)), i);
        }

        Array.Sort(ranked, (a, b) => b.Strength != a.Strength ? b.Strength.CompareTo(a.Strength) : a.Feature.CompareTo(b.Feature));
        (int First, int Second)[] buckets = new (int, int)[1 << bucketBits];
        Array.Fill(buckets, (-1, -1));
        List<int> chosen = [];
        foreach ((_, int feature) in ranked)
        {
            ref (int First, int Second) bucket = ref buckets[features[feature] >> (32 - bucketBits)];
            if (bucket.First < 0)
            {
                bucket.First = feature;
            }
            else if (bucket.Second < 0 && Tag(features[bucket.First]) != Tag(features[feature]))
            {
                bucket.Second = feature;
            }
            else
            {
                continue;
            }

            chosen.Add(feature);
        }

        chosen.Sort();
        return [.. chosen];
    }

    /// <summary>The bytes of the weights file; the features are those chosen.</summary>
    public static byte[] Build(CrfTrainer trainer, ReadOnlySpan<uint> features, int bucketBits)
    {
        float scale = sbyte.MaxValue / Math.Min(Math.Abs(TensorPrimitives.MaxMagnitude(trainer.Weights)), Greatest);
        byte[] rows = new byte[2 * TaggerModel.RowBytes << bucketBits];
        for (int feature = 0; feature < features.Length; feature++)
        {
            uint hash = features[feature];
            Span<byte> bucket = rows.AsSpan((int)(hash >> (32 - bucketBits)) * 2 * TaggerModel.RowBytes, 2 * TaggerModel.RowBytes);
            Span<byte> row = Free(bucket) ? bucket : bucket[TaggerModel.RowBytes..];
            ReadOnlySpan<float> weights = Row(trainer, feature);
            for (int label = 0; label < TagLabel.Count; label++)
            {
                row[TagLabel.Lane(label)] = (byte)(sbyte)Math.Clamp(MathF.Round(weights[label] * scale), -sbyte.MaxValue, sbyte.MaxValue);
            }

            BinaryPrimitives.WriteUInt32LittleEndian(row[TaggerModel.FingerprintAt..], hash);
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

        return TaggerModel.Write(bucketBits, transitions, rows);
    }

    private static ReadOnlySpan<float> Row(CrfTrainer trainer, int feature) => trainer.Weights.Slice(feature * CrfTrainer.Stride, TagLabel.Count);

    private static bool Free(ReadOnlySpan<byte> row) => BinaryPrimitives.ReadUInt32LittleEndian(row[TaggerModel.FingerprintAt..]) == 0;

    private static uint Tag(uint hash) => hash & TaggerModel.TagMask;
}
