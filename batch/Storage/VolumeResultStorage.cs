namespace PlanetGraph.Batch.Storage;

/// <summary>The result folder on a disk or a shared volume. What has no name yet lies in <c>.parts/</c>, on the same file system, so that naming it is a rename.</summary>
public sealed class VolumeResultStorage(string root) : IResultStorage
{
    private const string Parts = ".parts/";

    public bool CanWriteAt => true;

    public Task<PendingFile> CreateAsync(string path, CancellationToken cancel) => Try($"cannot create '{path}'", () =>
    {
        var pending = FullPath($"{Parts}{Guid.NewGuid():N}.tmp");
        Directory.CreateDirectory(Path.GetDirectoryName(pending)!);

        // A part whose name a power failure takes back is found missing by the assembler and made anew, so its folder need not be synced.
        return (PendingFile)new VolumePendingFile(pending, FullPath(path), syncFolder: !path.StartsWith(Parts, StringComparison.Ordinal));
    });

    public Task<WritableFile> OpenAtAsync(string path, long position, CancellationToken cancel) => Try($"cannot write '{path}'", () =>
    {
        var full = FullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        return (WritableFile)new VolumeWritableFile(full, position);
    });

    public Task<Stream> OpenAsync(string path, CancellationToken cancel) => Try(
        $"cannot read '{path}'",
        () => (Stream)new FileStream(FullPath(path), new FileStreamOptions { BufferSize = 0, Share = FileShare.ReadWrite | FileShare.Delete, Options = FileOptions.SequentialScan }));

    public Task<long?> LengthAsync(string path, CancellationToken cancel) => Try($"cannot look at '{path}'", () =>
    {
        var file = new FileInfo(FullPath(path));
        return file.Exists ? file.Length : (long?)null;
    });

    public Task MoveAsync(IReadOnlyCollection<FileMove> moves, CancellationToken cancel) => Try("cannot give files their names", () =>
    {
        var folders = new HashSet<string>(StringComparer.Ordinal);
        foreach (var move in moves)
        {
            var target = FullPath(move.To);
            var folder = Path.GetDirectoryName(target)!;
            if (folders.Add(folder))
                Directory.CreateDirectory(folder);
            try
            {
                File.Move(FullPath(move.From), target, overwrite: true);
            }
            catch (FileNotFoundException)
            {
            }
        }

        foreach (var folder in folders)
            VolumeFiles.SyncFolder(folder);
        return true;
    });

    public Task DeleteAsync(IReadOnlyCollection<string> paths, CancellationToken cancel) => Try("cannot delete", () =>
    {
        foreach (var path in paths)
        {
            try
            {
                File.Delete(FullPath(path));
            }
            catch (DirectoryNotFoundException)
            {
            }
        }

        return true;
    });

    public Task DeleteFolderAsync(string path, CancellationToken cancel) => Try($"cannot delete the folder '{path}'", () =>
    {
        try
        {
            Directory.Delete(FullPath(path), recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
        }

        return true;
    });

    private static Task<T> Try<T>(string what, Func<T> work)
    {
        try
        {
            return Task.FromResult(work());
        }
        catch (Exception failure) when (VolumeFiles.IsFailure(failure))
        {
            return Task.FromException<T>(VolumeFiles.Explain(what, failure));
        }
    }

    private string FullPath(string path) => Path.Combine(root, path);
}
