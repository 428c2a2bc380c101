using System.Text;
using PlanetGraph.Batch.Storage;
using PlanetGraph.Batch.Tasks;

namespace PlanetGraph.Contracts;

/// <summary>What every input storage promises. Runs on a folder in Batch.Tests, on the file server in Integration.Tests.</summary>
public abstract class InputStorageContract
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected abstract IInputStorage Storage { get; }

    /// <summary>The folder on this machine that the storage shows.</summary>
    protected abstract string Folder { get; }

    [Fact]
    public async Task List_NestedFilesWithHardNames_FindsEachWithItsLength()
    {
        string[] paths = ["a.txt", "省/市 区.csv", "省/it's \"quoted\" & 50%#?.txt", "deep/er/still/b.jsonl.gz", "empty.txt"];
        foreach (var path in paths)
            Put(path, path == "empty.txt" ? "" : path);
        var listed = await ListAsync();
        Assert.Equal(paths.Order(StringComparer.Ordinal), listed.Select(file => file.File.Path).Order(StringComparer.Ordinal));
        Assert.All(listed, file => Assert.Null(file.Skip));
        Assert.All(listed, file => Assert.Equal(file.File.Path == "empty.txt" ? 0 : Encoding.UTF8.GetByteCount(file.File.Path), file.File.Length));
        foreach (var file in listed)
            Assert.Equal(file.File.Path == "empty.txt" ? "" : file.File.Path, await ReadAsync(file.File, 0));
    }

    [Fact]
    public async Task List_EmptyFolder_FindsNothing() => Assert.Empty(await ListAsync());

    [Fact]
    public async Task Open_FromAnOffset_GivesTheRest()
    {
        Put("a.txt", "0123456789");
        var file = (await ListAsync())[0].File;
        Assert.Equal("789", await ReadAsync(file, 7));
        Assert.Equal("", await ReadAsync(file, 10));
        await Storage.VerifyAsync(file, Cancel);
    }

    [Fact]
    public async Task Open_FileThatGrew_IsRefused()
    {
        Put("a.txt", "0123456789");
        var file = (await ListAsync())[0].File;
        Put("a.txt", "0123456789 and more");
        await Assert.ThrowsAsync<InputChangedException>(() => ReadAsync(file, 0));
        await Assert.ThrowsAsync<InputChangedException>(() => Storage.VerifyAsync(file, Cancel));
    }

    [Fact]
    public async Task Open_FileRewrittenWithTheSameLength_IsRefused()
    {
        Put("a.txt", "0123456789");
        var file = (await ListAsync())[0].File;
        Put("a.txt", "abcdefghij");
        File.SetLastWriteTimeUtc(Path.Combine(Folder, "a.txt"), DateTimeOffset.FromUnixTimeMilliseconds(file.ModifiedMs).UtcDateTime.AddSeconds(5));
        await Assert.ThrowsAsync<InputChangedException>(() => ReadAsync(file, 0));
        await Assert.ThrowsAsync<InputChangedException>(() => Storage.VerifyAsync(file, Cancel));
    }

    [Fact]
    public async Task Open_FileThatVanished_IsRefused()
    {
        Put("a.txt", "0123456789");
        var file = (await ListAsync())[0].File;
        File.Delete(Path.Combine(Folder, "a.txt"));
        await Assert.ThrowsAsync<InputChangedException>(() => ReadAsync(file, 0));
        await Assert.ThrowsAsync<InputChangedException>(() => Storage.VerifyAsync(file, Cancel));
    }

    protected void Put(string path, string text)
    {
        var full = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    protected async Task<List<ListedFile>> ListAsync() => await Storage.ListAsync(Cancel).ToListAsync(Cancel);

    private async Task<string> ReadAsync(FileEntry file, long offset)
    {
        await using var stream = await Storage.OpenAsync(file, offset, Cancel);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(Cancel);
    }
}
