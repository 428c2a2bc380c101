using System.Text;
using PlanetGraph.Batch.Storage;

namespace PlanetGraph.Contracts;

/// <summary>What every result storage promises. Runs on a folder in Batch.Tests, on the file server in Integration.Tests.</summary>
public abstract class ResultStorageContract
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected abstract IResultStorage Storage { get; }

    [Theory]
    [InlineData("a.txt.jsonl")]
    [InlineData("省/市 区/it's \"quoted\" & 50%#?.csv.jsonl")]
    public async Task Create_Committed_IsThereWhole(string path)
    {
        await PutAsync(path, "行\n");
        Assert.Equal("行\n", await ReadAsync(path));
        Assert.Equal(4, await Storage.LengthAsync(path, Cancel));
    }

    [Fact]
    public async Task Create_NotCommitted_LeavesNothing()
    {
        await using (var pending = await Storage.CreateAsync("a.jsonl", Cancel))
            await pending.WriteAsync("half"u8.ToArray(), Cancel);
        Assert.Null(await Storage.LengthAsync("a.jsonl", Cancel));
    }

    [Fact]
    public async Task Create_OverAnotherFile_ReplacesItOnlyWhenCommitted()
    {
        await PutAsync("a.jsonl", "old");
        await using var pending = await Storage.CreateAsync("a.jsonl", Cancel);
        await pending.WriteAsync("new one"u8.ToArray(), Cancel);
        Assert.Equal("old", await ReadAsync("a.jsonl"));
        await pending.CommitAsync(Cancel);
        Assert.Equal("new one", await ReadAsync("a.jsonl"));
    }

    [Fact]
    public async Task Create_ManyMegabytes_ArriveAsTheyWere()
    {
        var bytes = new byte[9_000_001];
        new Random(5).NextBytes(bytes);
        await using (var pending = await Storage.CreateAsync("big", Cancel))
        {
            for (var at = 0; at < bytes.Length; at += 100_000)
                await pending.WriteAsync(bytes.AsMemory(at, Math.Min(100_000, bytes.Length - at)), Cancel);
            await pending.CommitAsync(Cancel);
        }

        await using var stream = await Storage.OpenAsync("big", Cancel);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, Cancel);
        Assert.Equal(bytes, copy.ToArray());
    }

    [Fact]
    public async Task Open_NoSuchFile_SaysItIsMissing()
    {
        var failure = await Assert.ThrowsAsync<StorageException>(() => Storage.OpenAsync("none", Cancel));
        Assert.True(failure.IsMissing);
        Assert.Contains("none", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Move_PartsToFinalNames_ReplacesAndMayBeDoneTwice()
    {
        await PutAsync(".parts/r/1", "one");
        await PutAsync(".parts/r/2", "two");
        await PutAsync("x/2.jsonl", "old");
        FileMove[] moves = [new(".parts/r/1", "x/y/1.jsonl"), new(".parts/r/2", "x/2.jsonl")];
        await Storage.MoveAsync(moves, Cancel);
        await Storage.MoveAsync(moves, Cancel);
        Assert.Equal(("one", "two"), (await ReadAsync("x/y/1.jsonl"), await ReadAsync("x/2.jsonl")));
        Assert.Null(await Storage.LengthAsync(".parts/r/1", Cancel));
    }

    [Fact]
    public async Task Delete_FilesAndFolders_MayBeGoneAlready()
    {
        await PutAsync(".parts/r/1", "one");
        await PutAsync(".parts/r/2", "two");
        await Storage.DeleteAsync([".parts/r/1", ".parts/r/none", "none/none"], Cancel);
        Assert.Null(await Storage.LengthAsync(".parts/r/1", Cancel));
        await Storage.DeleteFolderAsync(".parts/r", Cancel);
        await Storage.DeleteFolderAsync(".parts/r", Cancel);
        Assert.Null(await Storage.LengthAsync(".parts/r/2", Cancel));
    }

    [Fact]
    public async Task OpenAt_APosition_CutsWhatLayBehindAndGoesOn()
    {
        if (!Storage.CanWriteAt)
        {
            await Assert.ThrowsAsync<NotSupportedException>(() => Storage.OpenAtAsync("grows", 0, Cancel));
            return;
        }

        await AppendAsync(0, "durable, then lost");
        await AppendAsync(7, " and on");
        Assert.Equal("durable and on", await ReadAsync("grows"));
    }

    private async Task AppendAsync(long position, string text)
    {
        await using var file = await Storage.OpenAtAsync("grows", position, Cancel);
        await file.WriteAsync(Encoding.UTF8.GetBytes(text), Cancel);
        await file.FlushAsync(Cancel);
    }

    private async Task PutAsync(string path, string text)
    {
        await using var pending = await Storage.CreateAsync(path, Cancel);
        await pending.WriteAsync(Encoding.UTF8.GetBytes(text), Cancel);
        await pending.CommitAsync(Cancel);
    }

    private async Task<string> ReadAsync(string path)
    {
        await using var stream = await Storage.OpenAsync(path, Cancel);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(Cancel);
    }
}
