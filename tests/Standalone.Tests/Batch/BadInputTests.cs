namespace PlanetGraph.Standalone.Tests.Batch;

/// <summary>Bad input costs the user its own rows and files and nothing else.</summary>
public sealed class BadInputTests(BadInputRun run) : IClassFixture<BadInputRun>
{
    [Fact]
    public void Run_SomeFilesFailed_Exits1WithoutSuccess()
    {
        Assert.True(run.Code == 1, run.Output);
        Assert.False(run.Has("_SUCCESS"));
    }

    [Theory]
    [InlineData("no column.csv", "failed")]
    [InlineData("scan.pdf", "skipped")]
    [InlineData("outside", "skipped")]
    [InlineData("binary.txt", "failed")]
    public void Run_FileThatCannotBeRead_IsReportedWithItsReasonAndHasNoResult(string path, string state)
    {
        Assert.Contains($"\"path\":\"{path}\",\"state\":\"{state}\",\"reason\":\"", run.Manifest);
        Assert.Contains($"{path}: ", run.Output);
        Assert.False(run.Has(path + ".jsonl"));
    }

    [Fact]
    public void Run_QuotesSpanLines_IsOneRow() =>
        Assert.Equal(2, run.Lines("quotes.csv.jsonl").Length);

    [Fact]
    public void Run_MixedLineEndsAndNoLastOne_LosesNoRow() =>
        Assert.Equal(4, run.Lines("mixed ends.txt.jsonl").Count(line => line.Contains("\"level\":\"市\"")));

    [Theory]
    [InlineData("invalid.txt", 200, 2)]
    [InlineData("broken.jsonl", 4, 2)]
    [InlineData("long.txt", 3, 2)]
    public void Run_BadRow_KeepsItsPlaceAndIsInTheErrorsFile(string path, int rows, int line)
    {
        var lines = run.Lines(path + ".jsonl");
        Assert.Equal(rows, lines.Length);
        Assert.Contains("\"error\":\"", lines[line - 1]);
        Assert.StartsWith($"{{\"line\":{line},\"reason\":\"", run.Lines(path + ".errors.jsonl")[0]);
        Assert.Contains("上海市", lines[^1]);
    }

    [Fact]
    public void Run_NulBytes_LosesNoRow() => Assert.Equal(2, run.Lines("nul.txt.jsonl").Length);

    [Theory]
    [InlineData("名 字 'with\" quotes.txt.jsonl", 1)]
    [InlineData("empty.txt.jsonl", 0)]
    public void Run_OddNamesAndEmptyFiles_HaveTheirResult(string path, int rows) => Assert.Equal(rows, run.Lines(path).Length);
}
