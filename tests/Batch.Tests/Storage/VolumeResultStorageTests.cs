using PlanetGraph.Batch.Storage;
using PlanetGraph.Contracts;

namespace PlanetGraph.Batch.Tests.Storage;

public sealed class VolumeResultStorageTests : ResultStorageContract, IDisposable
{
    private readonly TempFolder folder = new();

    protected override IResultStorage Storage => new VolumeResultStorage(folder.Path);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Create_FolderIsAFile_NamesThePath()
    {
        await File.WriteAllTextAsync(folder["taken"], "x", TestContext.Current.CancellationToken);
        await using var pending = await Storage.CreateAsync("taken/a.jsonl", TestContext.Current.CancellationToken);
        var failure = await Assert.ThrowsAsync<StorageException>(() => pending.CommitAsync(TestContext.Current.CancellationToken));
        Assert.Contains("taken/a.jsonl", failure.Message, StringComparison.Ordinal);
    }
}
