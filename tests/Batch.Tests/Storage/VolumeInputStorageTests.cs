using PlanetGraph.Batch.Storage;
using PlanetGraph.Contracts;

namespace PlanetGraph.Batch.Tests.Storage;

public sealed class VolumeInputStorageTests : InputStorageContract, IDisposable
{
    private readonly TempFolder folder = new();

    protected override IInputStorage Storage => new VolumeInputStorage(Folder);

    protected override string Folder => folder.Path;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task List_SymbolicLinks_AreReportedAndNotFollowed()
    {
        using var outside = new TempFolder();
        await File.WriteAllTextAsync(outside["secret.txt"], "x", TestContext.Current.CancellationToken);
        Directory.CreateSymbolicLink(folder["out"], outside.Path);
        Directory.CreateSymbolicLink(folder["loop"], folder.Path);
        File.CreateSymbolicLink(folder["file.txt"], outside["secret.txt"]);
        var listed = await ListAsync();
        Assert.Equal(["file.txt", "loop", "out"], listed.Select(file => file.File.Path).Order(StringComparer.Ordinal));
        Assert.All(listed, file => Assert.Contains("symbolic link", file.Skip, StringComparison.Ordinal));
    }

    [Fact]
    public async Task List_MissingFolder_NamesIt()
    {
        var storage = new VolumeInputStorage(folder["none"]);
        var failure = await Assert.ThrowsAsync<StorageException>(async () => await storage.ListAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Contains(folder["none"], failure.Message, StringComparison.Ordinal);
    }
}
