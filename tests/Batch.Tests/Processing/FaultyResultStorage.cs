using PlanetGraph.Batch.Storage;

namespace PlanetGraph.Batch.Tests.Processing;

/// <summary>A real storage that fails where a test wants it to.</summary>
public sealed class FaultyResultStorage(IResultStorage inner) : IResultStorage
{
    /// <summary>What a commit of a path fails with; null: it does not.</summary>
    public Func<string, Exception?> CommitFailure { get; set; } = _ => null;

    /// <summary>What giving names fails with; null: it does not.</summary>
    public Exception? MoveFailure { get; set; }

    /// <summary>Called before every operation; throws to fail it.</summary>
    public Action Before { get; set; } = () => { };

    /// <summary>As the file server: files cannot grow.</summary>
    public bool OneGo { get; set; }

    public bool CanWriteAt => !OneGo && inner.CanWriteAt;

    public async Task<PendingFile> CreateAsync(string path, CancellationToken cancel)
    {
        Before();
        return new Pending(await inner.CreateAsync(path, cancel), () => CommitFailure(path), Before);
    }

    public Task<WritableFile> OpenAtAsync(string path, long position, CancellationToken cancel)
    {
        Before();
        return inner.OpenAtAsync(path, position, cancel);
    }

    public Task<Stream> OpenAsync(string path, CancellationToken cancel)
    {
        Before();
        return inner.OpenAsync(path, cancel);
    }

    public Task<long?> LengthAsync(string path, CancellationToken cancel)
    {
        Before();
        return inner.LengthAsync(path, cancel);
    }

    public async Task MoveAsync(IReadOnlyCollection<FileMove> moves, CancellationToken cancel)
    {
        if (MoveFailure is not null)
            throw MoveFailure;
        foreach (var move in moves)
        {
            Before();
            await inner.MoveAsync([move], cancel);
        }

        Before();
    }

    public async Task DeleteAsync(IReadOnlyCollection<string> paths, CancellationToken cancel)
    {
        Before();
        await inner.DeleteAsync(paths, cancel);
    }

    public Task DeleteFolderAsync(string path, CancellationToken cancel)
    {
        Before();
        return inner.DeleteFolderAsync(path, cancel);
    }

    private sealed class Pending(PendingFile inner, Func<Exception?> commitFailure, Action before) : PendingFile
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel) => inner.WriteAsync(bytes, cancel);

        public override async Task CommitAsync(CancellationToken cancel)
        {
            before();
            if (commitFailure() is { } failure)
                throw failure;
            await inner.CommitAsync(cancel);
            before();
        }

        public override ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
