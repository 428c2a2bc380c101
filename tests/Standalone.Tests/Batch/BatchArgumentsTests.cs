namespace PlanetGraph.Standalone.Tests.Batch;

/// <summary>What a user reads who typed something wrong. Failing, a run would start with other values than were meant.</summary>
public sealed class BatchArgumentsTests
{
    [Theory]
    [InlineData("is required", "batch", "-i", "{in}")]
    [InlineData("is not a command", "btach")]
    [InlineData("--format 'xml' is not known; it is jsonl or csv", "batch", "-i", "{in}", "-o", "{out}", "-f", "xml")]
    [InlineData("--parallelism -2 is out of range", "batch", "-i", "{in}", "-o", "{out}", "--parallelism=-2")]
    [InlineData("/missing does not exist", "batch", "-i", "{in}/missing", "-o", "{out}")]
    [InlineData("a.txt is a file; give the folder", "batch", "-i", "{in}/a.txt", "-o", "{out}")]
    [InlineData("lie in each other", "batch", "-i", "{in}", "-o", "{in}/results")]
    [InlineData("is no http address", "batch", "-i", "{in}", "-o", "{out}", "--service-url", "localhost:8080")]
    [InlineData("--address-column is empty", "batch", "-i", "{in}", "-o", "{out}", "--address-column=")]
    [InlineData("no.bin does not exist", "batch", "-i", "{in}", "-o", "{out}", "--data", "no.bin")]
    [InlineData("holds no files", "batch", "-i", "{in}/empty", "-o", "{out}")]
    [InlineData("/sys/planet-graph", "batch", "-i", "{in}", "-o", "/sys/planet-graph")]
    public async Task Batch_WrongArguments_SaysWhatIsWrongAndExits2(string sentence, params string[] arguments)
    {
        using var folder = new InputFolder();
        folder.Write("a.txt", "北京\n");
        Directory.CreateDirectory(Path.Combine(folder.Input, "empty"));
        var (code, output) = await PlanetGraphProgram.RunAsync([.. arguments.Select(argument => argument.Replace("{in}", folder.Input).Replace("{out}", folder.Output))]);
        Assert.Contains(sentence, output);
        Assert.Equal(2, code);
    }

    [Fact]
    public async Task Batch_DamagedData_SaysSoAndWritesNoResult()
    {
        using var folder = new InputFolder();
        folder.Write("a.txt", "北京\n");
        File.WriteAllText(folder["bad.bin"], "not a gazetteer");
        var (code, output) = await PlanetGraphProgram.RunAsync("batch", "-i", folder.Input, "-o", folder.Output, "--data", folder["bad.bin"]);
        Assert.Contains("bad.bin", output);
        Assert.Equal(2, code);
        Assert.Empty(InputFolder.ResultsOf(folder.Output));
    }

    [Fact]
    public async Task Batch_DryRun_ListsAndWritesNothing()
    {
        using var folder = new InputFolder();
        folder.Write("a.txt", "北京\n");
        folder.Write("b.pdf", "x");
        var (code, output) = await PlanetGraphProgram.RunAsync("batch", "-i", folder.Input, "-o", folder.Output, "--dry-run");
        Assert.Equal(0, code);
        Assert.Contains("1 of 2 files would be read", output);
        Assert.False(Directory.Exists(folder.Output));
    }

    [Fact]
    public async Task Help_Batch_TeachesWithExamplesAndExitCodes()
    {
        var (code, output) = await PlanetGraphProgram.RunAsync("batch", "--help");
        Assert.Equal(0, code);
        Assert.Contains("planet-graph batch --input addresses --output results", output);
        Assert.Contains("Exit codes: 0 all done", output);
    }
}
