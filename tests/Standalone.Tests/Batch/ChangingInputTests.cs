using PlanetGraph.Testing.Processes;

namespace PlanetGraph.Standalone.Tests.Batch;

/// <summary>A file that somebody touches while it is read has no result that mixes old and new. Failing, such a result would pass for a good one.</summary>
public sealed class ChangingInputTests
{
    [Theory]
    [InlineData(false, "changed after it was listed")]
    [InlineData(true, "vanished after it was listed")]
    public async Task Batch_FileChangesOrVanishesWhileItIsRead_FailsItAndDoesTheRest(bool vanishes, string reason)
    {
        using var folder = new InputFolder();
        folder.Write("calm.txt", "北京\n上海\n");
        folder.Write("touched.txt", string.Concat(Enumerable.Range(0, 200_000).Select(number => InputFolder.Address(number) + "\n")));
        var touched = Path.Combine(folder.Input, "touched.txt");

        await using var program = PlanetGraphProgram.Start("batch", "-i", folder.Input, "-o", folder.Output, "-p", "1");
        var parts = Path.Combine(folder.Output, ".parts");
        await Eventually.HoldsAsync(
            () => program.HasExited || (Directory.Exists(parts) && Directory.EnumerateFiles(parts, "*", SearchOption.AllDirectories).Any()),
            "the file is being read",
            TimeSpan.FromMinutes(3),
            cancel: TestContext.Current.CancellationToken);
        program.Freeze();
        Assert.False(File.Exists(Path.Combine(folder.Output, "touched.txt.jsonl")), "the run was over before the file was touched");
        if (vanishes)
        {
            File.Delete(touched);
        }
        else
        {
            File.AppendAllText(touched, "广州\n");
        }

        program.Continue();
        Assert.True(await program.EndAsync() == 1, program.Output.ToString());
        Assert.Contains($"'touched.txt' {reason}", program.Output.ToString());
        Assert.Equal(2, folder.ResultLines("calm.txt.jsonl").Length);
        Assert.Equal(["calm.txt.jsonl", "manifest.json"], InputFolder.ResultsOf(folder.Output).Keys);
    }
}
