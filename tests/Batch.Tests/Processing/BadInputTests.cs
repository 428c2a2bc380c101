using System.IO.Compression;
using System.Text;
using PlanetGraph.Batch.Ledger;
using PlanetGraph.Batch.Storage;

namespace PlanetGraph.Batch.Tests.Processing;

/// <summary>What people throw at it: each ends in a clear error or an error row, no row is lost, nothing half is left under a final name.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly Run run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public async Task EmptyFolder_Run_IsComplete()
    {
        Assert.Equal(RunState.Complete, (await run.GoAsync())!.State);
        Assert.Equal(["_SUCCESS", "manifest.json"], run.Files().Keys.Order());
    }

    [Fact]
    public async Task MissingFolder_Run_SaysWhich()
    {
        Directory.Delete(run.Input);
        var failure = await Assert.ThrowsAsync<StorageException>(() => run.GoAsync());
        Assert.Contains(run.Input, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BinaryFile_NamedTxt_FailsWithItsReason()
    {
        var bytes = new byte[5000];
        new Random(1).NextBytes(bytes);
        run.With("a.txt", bytes).With("b.txt", "北京\n");
        Assert.Equal(RunState.Failed, (await run.GoAsync())!.State);
        Assert.Equal("failed: the file is binary, not text", run.Reason("a.txt"));
        Assert.Equal("done: ", run.Reason("b.txt"));
        Assert.Equal(["b.txt.jsonl", "manifest.json"], run.Files().Keys.Order());
    }

    [Fact]
    public async Task Utf16File_Run_SaysHowToSaveIt()
    {
        run.With("a.txt", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("北京\n")]);
        await run.GoAsync();
        Assert.Contains("UTF-16", run.Reason("a.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CsvWithoutTheColumn_Run_NamesTheColumns()
    {
        run.With("a.csv", "id,name\n1,x\n");
        await run.GoAsync();
        Assert.Contains("id, name", run.Reason("a.csv"), StringComparison.Ordinal);
        Assert.DoesNotContain("a.csv.jsonl", run.Files().Keys);
    }

    [Fact]
    public async Task CsvWithoutTheAskedColumn_Run_NamesBoth()
    {
        run.Settings = run.Settings with { AddressColumn = "送货" };
        run.With("a.csv", "id,addr\n1,x\n");
        await run.GoAsync();
        Assert.Contains("'送货'", run.Reason("a.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CsvRowWithTooManyColumns_IsAnErrorRowWithItsText()
    {
        run.With("a.csv", "id,addr\n1,北京,朝阳\n2,上海\n");
        await run.GoAsync();
        Assert.Equal(2, run.Lines("a.csv.jsonl").Length);
        Assert.Equal(
            """{"line":2,"reason":"the row has 3 columns and the header 2: an address with a comma needs quotes","raw":"1,北京,朝阳"}""",
            Assert.Single(run.Lines("a.csv.errors.jsonl")));
    }

    [Fact]
    public async Task CsvQuoteNeverClosed_CostsOnlyItsLine()
    {
        run.With("a.csv", "addr\n一\n\"二\n三\n四\n");
        await run.GoAsync();
        var lines = run.Lines("a.csv.jsonl");
        Assert.Equal(4, lines.Length);
        Assert.Contains("\"error\":", lines[1], StringComparison.Ordinal);
        Assert.Equal([FormatTests.Row("三", 1), FormatTests.Row("四", 1)], lines[2..]);
    }

    [Theory]
    [InlineData("a.txt", "")]
    [InlineData("a.csv", "addr\n")]
    public async Task HugeLine_IsAnErrorRowAndItsNeighboursAreNot(string path, string header)
    {
        run.Planning.ChunkBytes = 1 << 20;
        var bytes = new List<byte>(Encoding.UTF8.GetBytes(header + "一\n"));
        bytes.AddRange(Enumerable.Repeat((byte)'x', 20 << 20));
        bytes.AddRange("\n二\n"u8);
        run.With(path, [.. bytes]);
        Assert.Equal(RunState.Complete, (await run.GoAsync())!.State);
        var lines = run.Lines(path + ".jsonl");
        Assert.Equal(3, lines.Length);
        Assert.Equal((FormatTests.Row("一", 1), FormatTests.Row("二", 1)), (lines[0], lines[2]));
        Assert.Contains("longer than 1 MiB", Assert.Single(run.Lines(path + ".errors.jsonl")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task InvalidUtf8InTheMiddle_IsAnErrorRowWithWhatCanBeRead()
    {
        run.With("a.txt", [.. Encoding.UTF8.GetBytes("北京市朝阳区\n上海"), 0xFF, 0xC3, .. Encoding.UTF8.GetBytes("黄浦\n广州市\n")]);
        await run.GoAsync();
        var lines = run.Lines("a.txt.jsonl");
        Assert.Equal((FormatTests.Row("北京市朝阳区", 6), FormatTests.Row("广州市", 3)), (lines[0], lines[2]));
        Assert.Equal("""{"line":2,"reason":"the row has bytes that are no UTF-8","raw":"上海""" + "\uFFFD\uFFFD黄浦\"}", Assert.Single(run.Lines("a.txt.errors.jsonl")));
    }

    [Fact]
    public async Task NulBytes_AreAnErrorRow()
    {
        run.With("a.txt", "北京市朝阳区建国路\n上\0海\n广州\n");
        await run.GoAsync();
        Assert.Equal("""{"line":2,"reason":"the row has a NUL byte","raw":"上\u0000海"}""", Assert.Single(run.Lines("a.txt.errors.jsonl")));
        Assert.Equal(3, run.Lines("a.txt.jsonl").Length);
    }

    [Fact]
    public async Task MixedLineEndsAndNoneAtTheEnd_GiveARowEach()
    {
        run.With("a.txt", "一\r\n二\n三\r\n\r\n四");
        await run.GoAsync();
        Assert.Equal(["一", "二", "三", "", "四"], run.Lines("a.txt.jsonl").Select(line => line.Split('"')[3]));
    }

    [Fact]
    public async Task TruncatedGzip_FailsTheFileAndLeavesNoResult()
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 20000).Select(row => $"北京市{row}号\n"))));
        run.With("a.txt.gz", bytes.ToArray()[..^100]);
        run.With("b.txt.gz", "no gzip at all\n");
        Assert.Equal(RunState.Failed, (await run.GoAsync())!.State);
        Assert.Contains("gzip", run.Reason("a.txt.gz"), StringComparison.Ordinal);
        Assert.Contains("gzip", run.Reason("b.txt.gz"), StringComparison.Ordinal);
        Assert.Equal(["manifest.json"], run.Files().Keys);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task FileThatChangesOrVanishesWhileItIsRead_Fails(bool vanishes)
    {
        var path = Path.Combine(run.Input, "a.txt");
        run.With("a.txt", string.Concat(Enumerable.Range(0, 2000).Select(row => $"北京市{row}号\n")));
        run.Service = new EchoService
        {
            Before = batch =>
            {
                if (batch == 1 && vanishes)
                    File.Delete(path);
                else if (batch == 1)
                    File.AppendAllText(path, "one more\n");
            },
        };
        Assert.Equal(RunState.Failed, (await run.GoAsync())!.State);
        Assert.Contains(vanishes ? "vanished" : "changed", run.Reason("a.txt"), StringComparison.Ordinal);
        Assert.Equal(["manifest.json"], run.Files().Keys);
    }

    [Fact]
    public async Task HardNames_KeepTheirNames()
    {
        string[] names = ["有 空格.txt", "it's \"quoted\".txt", "深/层/文件.txt", "-rf.txt", "%2e%2e.txt", "新\n行.txt"];
        foreach (var name in names)
            run.With(name, "北京\n");
        Assert.Equal(RunState.Complete, (await run.GoAsync())!.State);
        Assert.All(names, name => Assert.Equal([FormatTests.Row("北京", 2)], run.Lines(name + ".jsonl")));
    }

    [Fact]
    public async Task FullDisk_StopsTheRunWithoutBlamingTheFile()
    {
        run.With("a.txt", "北京\n");
        var storage = new FaultyResultStorage(run.ResultStorage) { CommitFailure = path => new StorageException($"cannot write '{path}': the disk is full") { IsTransient = true, IsFull = true } };
        run.ResultStorage = storage;
        for (var time = 0; time < 5; time++)
            await Assert.ThrowsAsync<StorageException>(() => run.GoAsync());
        Assert.Empty(run.Files());
        storage.CommitFailure = _ => null;
        Assert.Equal(RunState.Complete, (await run.GoAsync())!.State);
    }

    [Fact]
    public async Task StorageThatKeepsFailing_FailsTheFileAfterItsAttempts()
    {
        run.With("a.txt", "北京\n").With("b.txt.gz", "x");
        run.ResultStorage = new FaultyResultStorage(run.ResultStorage)
        {
            CommitFailure = path => path.StartsWith(".parts", StringComparison.Ordinal) ? new StorageException("the volume is gone") { IsTransient = true } : null,
        };
        Assert.Equal(RunState.Failed, (await run.GoAsync())!.State);
        Assert.Equal("failed: gave up after 3 attempts: the volume is gone", run.Reason("a.txt"));
        Assert.Equal(["manifest.json"], run.Files().Keys);
    }

    [Fact]
    public async Task SecondRun_OverAnOldResult_LeavesNothingOfTheOldRun()
    {
        run.With("a.txt", "毒\n");
        await run.GoAsync();
        Assert.Contains("a.txt.errors.jsonl", run.Files().Keys);
        run.With("a.txt", "北京\n");
        run.Settings = run.Settings with { AddressColumn = "other" };
        await run.GoAsync();
        Assert.Equal(["_SUCCESS", "a.txt.jsonl", "manifest.json"], run.Files().Keys.Order());
    }
}
