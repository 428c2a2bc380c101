using PlanetGraph.Batch.Storage;
using PlanetGraph.Contracts;

namespace PlanetGraph.Integration.Tests.Storage;

public sealed class FileServerInputStorageTests : InputStorageContract, IAsyncLifetime
{
    private readonly FileServer _server = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected override IInputStorage Storage => _server.InputStorage;

    protected override string Folder => _server.Input;

    public async ValueTask InitializeAsync() => await _server.StartAsync(Cancel);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Read_ServerKilledHalfway_GoesOnWhereItStopped()
    {
        var bytes = new byte[24 << 20];
        new Random(7).NextBytes(bytes);
        await File.WriteAllBytesAsync(Path.Combine(Folder, "big.txt"), bytes, Cancel);
        var file = Assert.Single(await ListAsync()).File;
        await using var stream = await Storage.OpenAsync(file, 1000, Cancel);
        var read = new byte[bytes.Length - 1000];
        await stream.ReadExactlyAsync(read.AsMemory(0, 1 << 20), Cancel);

        await _server.Server.KillAsync(Cancel);
        await _server.Server.StartAsync(Cancel);
        await stream.ReadExactlyAsync(read.AsMemory(1 << 20), Cancel);

        Assert.True(bytes.AsSpan(1000).SequenceEqual(read));
    }

    [Fact]
    public async Task List_SymbolicLinks_AreNotFollowed()
    {
        using var outside = new PlanetGraph.Testing.Processes.TemporaryFolder("outside");
        await File.WriteAllTextAsync(outside["secret.txt"], "x", Cancel);
        Directory.CreateSymbolicLink(Path.Combine(Folder, "out"), outside.Path);
        Directory.CreateSymbolicLink(Path.Combine(Folder, "loop"), Folder);
        File.CreateSymbolicLink(Path.Combine(Folder, "file.txt"), outside["secret.txt"]);

        var listed = await ListAsync();

        Assert.Equal(["file.txt", "loop", "out"], listed.Select(file => file.File.Path).Order(StringComparer.Ordinal));
        Assert.All(listed.Where(file => file.File.Path != "file.txt"), file => Assert.Contains("symbolic link", file.Skip, StringComparison.Ordinal));
        var link = listed.Single(file => file.File.Path == "file.txt").File;
        var refused = await Assert.ThrowsAsync<StorageException>(() => Storage.OpenAsync(link, 0, Cancel));
        Assert.Contains("symbolic link", refused.Message, StringComparison.Ordinal);
        Assert.False(refused.IsTransient);
    }

    [Fact]
    public async Task List_MissingFolder_NamesIt()
    {
        Directory.Delete(Folder);

        var missing = await Assert.ThrowsAsync<StorageException>(ListAsync);

        Assert.True(missing.IsMissing);
        Assert.Contains("/1613965896/input/", missing.Message, StringComparison.Ordinal);
    }
}
