using System.Net;
using PlanetGraph.Batch.Storage;
using PlanetGraph.Contracts;

namespace PlanetGraph.Integration.Tests.Storage;

public sealed class FileServerResultStorageTests : ResultStorageContract, IAsyncLifetime
{
    private readonly FileServer _server = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected override IResultStorage Storage => _server.ResultStorage;

    public async ValueTask InitializeAsync() => await _server.StartAsync(Cancel);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Create_ServerKilledMeanwhile_FailsAsTransientAndLeavesNothing()
    {
        await using var pending = await Storage.CreateAsync("a.jsonl", Cancel);
        await pending.WriteAsync(new byte[1 << 20], Cancel);
        await _server.Server.KillAsync(Cancel);

        var broken = await Assert.ThrowsAsync<StorageException>(async () =>
        {
            for (var write = 0; write < 64; write++)
            {
                await pending.WriteAsync(new byte[1 << 20], Cancel);
            }

            await pending.CommitAsync(Cancel);
        });

        Assert.True(broken.IsTransient);
        Assert.Empty(Directory.EnumerateFiles(_server.Result, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Move_ServerComesBack_IsDone()
    {
        await using (var pending = await Storage.CreateAsync(".parts/r/1", Cancel))
        {
            await pending.WriteAsync("one"u8.ToArray(), Cancel);
            await pending.CommitAsync(Cancel);
        }

        await _server.Server.KillAsync(Cancel);
        var moving = Storage.MoveAsync([new FileMove(".parts/r/1", "a.jsonl")], Cancel);
        await _server.Server.StartAsync(Cancel);
        await moving;

        Assert.Equal(3, await Storage.LengthAsync("a.jsonl", Cancel));
    }

    [Theory]
    [InlineData("PUT", "1613965896/input/a.txt")]
    [InlineData("DELETE", "1613965896/input/keep.txt")]
    [InlineData("DELETE", "1613965896/result/")]
    [InlineData("PUT", "other/result/a.txt")]
    public async Task AnyWrite_OutsideOfTheResultFolder_IsRefused(string method, string path)
    {
        await File.WriteAllTextAsync(Path.Combine(_server.Input, "keep.txt"), "x", Cancel);
        using var http = new HttpClient { BaseAddress = _server.Server.BaseAddress };
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = method == "PUT" ? new StringContent("x") : null };

        using var answer = await http.SendAsync(request, Cancel);

        Assert.True(answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.MethodNotAllowed, $"{method} {path} gave {answer.StatusCode}");
        Assert.True(Directory.Exists(_server.Result));
        Assert.True(File.Exists(Path.Combine(_server.Input, "keep.txt")));
    }
}
