using System.Runtime.Intrinsics;
using CsCheck;
using PlanetGraph.Engine.Tagging;

namespace PlanetGraph.Engine.Tests.Tagging;

/// <summary>A step of Viterbi by lanes must find what the plain search over all pairs of labels finds: a wrong origin cuts names apart.</summary>
public sealed class TransitionTableTests
{
    private static readonly Gen<short[]> Scores = Gen.Short[-900, 900].Array[TagLabel.Count];

    [Fact]
    public void Advance_AnyScores_IsTheBestOverAllLabels() =>
        Gen.Select(Scores, Scores.Array[TagLabel.Count + 1]).Sample((scores, rows) =>
        {
            Forbid(rows);
            TransitionTable table = new(rows.SelectMany(row => row).ToArray());
            Vector512<short> lanes = Lanes(scores);

            Vector512<short> reached = table.Advance(ref lanes);

            for (int next = 0; next < TagLabel.Count; next++)
            {
                int best = Enumerable.Range(0, TagLabel.Count).Max(previous => scores[previous] + rows[previous + 1][next]);
                short found = reached.GetElement(TagLabel.Lane(next));
                int origin = TagLabel.OfLane(table.Origin(lanes, TagLabel.Lane(next), found));

                Assert.Equal(best, found);
                Assert.Equal(best, scores[origin] + rows[origin + 1][next]);
            }
        });

    [Fact]
    public void OfLane_EveryLabel_ComesBack() =>
        Assert.Equal(Enumerable.Range(0, TagLabel.Count), Enumerable.Range(0, TagLabel.Count).Select(label => TagLabel.OfLane(TagLabel.Lane(label))));

    private static void Forbid(short[][] rows)
    {
        for (int previous = -1; previous < TagLabel.Count; previous++)
        {
            for (int next = 0; next < TagLabel.Count; next++)
            {
                rows[previous + 1][next] = TagLabel.MayFollow(previous, next) ? rows[previous + 1][next] : TransitionTable.Forbidden;
            }
        }
    }

    private static Vector512<short> Lanes(short[] scores)
    {
        short[] lanes = [.. Enumerable.Repeat(short.MinValue, Vector512<short>.Count)];
        for (int label = 0; label < TagLabel.Count; label++)
        {
            lanes[TagLabel.Lane(label)] = scores[label];
        }

        return Vector512.Create(lanes);
    }
}
