using PlanetGraph.Generator.Output;

namespace PlanetGraph.Generator.Tests.Output;

public sealed class UnifiedDiffTests
{
    [Fact]
    public void Of_ChangedLine_ShowsItWithContext()
    {
        var lines = Enumerable.Range(1, 20).Select(i => $"line {i}").ToList();
        var changed = lines.Select(line => line == "line 10" ? "line ten" : line);

        var diff = UnifiedDiff.Of("a.yaml", string.Join('\n', lines), string.Join('\n', changed));

        Assert.Equal("--- a.yaml\n+++ a.yaml\n@@ -7,7 +7,7 @@\n line 7\n line 8\n line 9\n-line 10\n+line ten\n line 11\n line 12\n line 13\n", diff);
    }

    [Fact]
    public void Of_TwoDistantChanges_GivesTwoHunks()
    {
        var lines = Enumerable.Range(1, 40).Select(i => $"line {i}").ToList();
        var changed = lines.Where(line => line != "line 5").Select(line => line == "line 35" ? "x" : line);

        var diff = UnifiedDiff.Of("a.yaml", string.Join('\n', lines), string.Join('\n', changed));

        Assert.Contains("@@ -2,7 +2,6 @@", diff, StringComparison.Ordinal);
        Assert.Contains("@@ -32,7 +31,7 @@", diff, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_NewFile_ComesFromNothing() => Assert.StartsWith("--- /dev/null\n+++ a.yaml\n", UnifiedDiff.Of("a.yaml", null, "a: 1\n"), StringComparison.Ordinal);
}
