namespace PlanetGraph.Standalone.Tests.Batch;

/// <summary>The same command after the end makes what is missing. Failing, somebody who emptied the result folder is told that all is done.</summary>
public sealed class EndedRunTests : IAsyncLifetime
{
    private readonly InputFolder _folder = new();

    public async ValueTask InitializeAsync()
    {
        _folder.Write("a.txt", "北京\n上海\n");
        _folder.Write("b.jsonl", "{\"addr\":\"广州\"}\n{broken}\n");
        _folder.Write("big.txt", string.Concat(Enumerable.Range(0, 30_000).Select(number => InputFolder.Address(number) + "\n")));
        await EndsWellAsync();
    }

    [Theory]
    [InlineData("a.txt.jsonl", "a.txt.jsonl")]
    [InlineData("b.jsonl.errors.jsonl", "b.jsonl.errors.jsonl")]
    [InlineData("big.txt.jsonl", "big.txt.jsonl")]
    [InlineData("manifest.json", "The manifest of this run is no longer there")]
    [InlineData("_SUCCESS", "The manifest of this run is no longer there")]
    [InlineData("*", "3 results of this run are no longer there")]
    public async Task Batch_ResultsRemovedAfterTheEnd_AreMadeAgain(string removed, string sentence)
    {
        var before = InputFolder.ResultsOf(_folder.Output);
        foreach (var file in Directory.EnumerateFiles(_folder.Output, removed))
        {
            File.Delete(file);
        }

        Assert.Contains(sentence, await EndsWellAsync());
        Assert.Equal(before, InputFolder.ResultsOf(_folder.Output));
        Assert.Contains("there is nothing left to do", await EndsWellAsync());
    }

    [Fact]
    public async Task Batch_ResultCutAfterTheEnd_IsMadeAgainAndTheOthersStay()
    {
        var before = InputFolder.ResultsOf(_folder.Output);
        var kept = File.GetLastWriteTimeUtc(Path.Combine(_folder.Output, "a.txt.jsonl"));
        await using (var cut = File.OpenWrite(Path.Combine(_folder.Output, "big.txt.jsonl")))
        {
            cut.SetLength(1000);
        }

        Assert.Contains("1 result of this run is no longer there as written (big.txt.jsonl)", await EndsWellAsync());
        Assert.Equal(before, InputFolder.ResultsOf(_folder.Output));
        Assert.Equal(kept, File.GetLastWriteTimeUtc(Path.Combine(_folder.Output, "a.txt.jsonl")));
    }

    [Fact]
    public async Task Batch_FileAddedAfterTheEnd_IsDoneAsWell()
    {
        _folder.Write("later/c.txt", "深圳\n");
        Assert.Contains("1 file came to the input since", await EndsWellAsync());
        Assert.Contains("深圳市", Assert.Single(_folder.ResultLines("later/c.txt.jsonl")));
        Assert.Contains("\"path\":\"later/c.txt\",\"state\":\"done\"", File.ReadAllText(Path.Combine(_folder.Output, "manifest.json")));
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<string> EndsWellAsync()
    {
        var (code, said) = await PlanetGraphProgram.RunAsync("batch", "-i", _folder.Input, "-o", _folder.Output);
        Assert.True(code == 0, said);
        return said;
    }
}
