using System.Text;
using DiffPlex;
using DiffPlex.Chunkers;

namespace PlanetGraph.Generator.Output;

/// <summary>A unified diff of two texts, as <c>diff -u</c> writes it.</summary>
public static class UnifiedDiff
{
    private const int Context = 3;

    public static string Of(string path, string? current, string? generated)
    {
        var result = Differ.Instance.CreateDiffs(current ?? "", generated ?? "", false, false, new LineChunker());
        var text = new StringBuilder();
        text.Append("--- ").Append(current is null ? "/dev/null" : path).Append('\n')
            .Append("+++ ").Append(generated is null ? "/dev/null" : path).Append('\n');
        var blocks = result.DiffBlocks;
        for (var first = 0; first < blocks.Count;)
        {
            var last = first;
            while (last + 1 < blocks.Count && blocks[last + 1].DeleteStartA - (blocks[last].DeleteStartA + blocks[last].DeleteCountA) <= 2 * Context)
            {
                last++;
            }

            var startA = Math.Max(0, blocks[first].DeleteStartA - Context);
            var endA = Math.Min(result.PiecesOld.Count, blocks[last].DeleteStartA + blocks[last].DeleteCountA + Context);
            var startB = blocks[first].InsertStartB - (blocks[first].DeleteStartA - startA);
            var body = new StringBuilder();
            var (a, countA, countB) = (startA, 0, 0);
            for (var block = first; block <= last; block++)
            {
                for (; a < blocks[block].DeleteStartA; a++, countA++, countB++)
                {
                    Line(body, ' ', result.PiecesOld[a]);
                }

                for (var i = 0; i < blocks[block].DeleteCountA; i++, a++, countA++)
                {
                    Line(body, '-', result.PiecesOld[a]);
                }

                for (var i = 0; i < blocks[block].InsertCountB; i++, countB++)
                {
                    Line(body, '+', result.PiecesNew[blocks[block].InsertStartB + i]);
                }
            }

            for (; a < endA; a++, countA++, countB++)
            {
                Line(body, ' ', result.PiecesOld[a]);
            }

            text.Append("@@ -").Append(startA + 1).Append(',').Append(countA).Append(" +").Append(startB + 1).Append(',').Append(countB).Append(" @@\n")
                .Append(body);
            first = last + 1;
        }

        return text.ToString();
    }

    private static void Line(StringBuilder text, char mark, string line) => text.Append(mark).Append(line).Append('\n');
}
