using System.Runtime.CompilerServices;
using PlanetGraph.Batch.Tasks;

namespace PlanetGraph.Batch.Storage;

/// <summary>The input folder on a disk or a shared volume.</summary>
public sealed class VolumeInputStorage(string root) : IInputStorage
{
    private static readonly EnumerationOptions All = new() { AttributesToSkip = 0, IgnoreInaccessible = false, RecurseSubdirectories = false };

    public async IAsyncEnumerable<ListedFile> ListAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        if (!Directory.Exists(root))
            throw new StorageException($"the input folder '{root}' does not exist") { IsMissing = true };
        await Task.CompletedTask;
        var folders = new Stack<string>();
        folders.Push("");
        while (folders.TryPop(out var folder))
        {
            cancel.ThrowIfCancellationRequested();
            var (entries, failure) = Entries(folder);
            if (failure is not null)
                yield return new ListedFile(new FileEntry(folder.Length == 0 ? "." : folder, 0, 0), failure, IsFailure: true);
            foreach (var entry in entries)
            {
                var path = folder.Length == 0 ? entry.Name : $"{folder}/{entry.Name}";
                if (entry.LinkTarget is { } target)
                    yield return new ListedFile(new FileEntry(path, 0, 0), $"a symbolic link (to '{target}'): links are not followed");
                else if (entry is DirectoryInfo)
                    folders.Push(path);
                else if (entry.Name.Contains('\uFFFD', StringComparison.Ordinal))
                    yield return new ListedFile(new FileEntry(path, 0, 0), "its name is not UTF-8: rename it", IsFailure: true);
                else
                    yield return new ListedFile(new FileEntry(path, ((FileInfo)entry).Length, VolumeFiles.ModifiedMs(entry.LastWriteTimeUtc)));
            }
        }
    }

    public Task<Stream> OpenAsync(FileEntry file, long offset, CancellationToken cancel)
    {
        FileStream stream;
        try
        {
            stream = new FileStream(FullPath(file), new FileStreamOptions { BufferSize = 0, Share = FileShare.ReadWrite | FileShare.Delete, Options = FileOptions.SequentialScan });
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Gone(file, failure);
        }
        catch (Exception failure) when (VolumeFiles.IsFailure(failure))
        {
            throw VolumeFiles.Explain($"cannot read '{file.Path}'", failure);
        }

        if (Difference(file, stream.Length, File.GetLastWriteTimeUtc(stream.SafeFileHandle)) is { } difference)
        {
            stream.Dispose();
            throw new InputChangedException(difference);
        }

        stream.Position = offset;
        return Task.FromResult<Stream>(stream);
    }

    public Task VerifyAsync(FileEntry file, CancellationToken cancel)
    {
        var now = new FileInfo(FullPath(file));
        if (!now.Exists)
            throw Gone(file, null);
        return Difference(file, now.Length, now.LastWriteTimeUtc) is { } difference ? throw new InputChangedException(difference) : Task.CompletedTask;
    }

    private static InputChangedException Gone(FileEntry file, Exception? inner) => new($"'{file.Path}' vanished after it was listed", inner);

    private static string? Difference(FileEntry file, long length, DateTime modified) => (length == file.Length, VolumeFiles.ModifiedMs(modified) == file.ModifiedMs) switch
    {
        (true, true) => null,
        (false, _) => $"'{file.Path}' changed after it was listed: it had {file.Length} bytes and has {length}",
        _ => $"'{file.Path}' was written to after it was listed",
    };

    private string FullPath(FileEntry file) => Path.Combine(root, file.Path);

    private (IReadOnlyList<FileSystemInfo> Entries, string? Failure) Entries(string folder)
    {
        try
        {
            return ([.. new DirectoryInfo(Path.Combine(root, folder)).EnumerateFileSystemInfos("*", All)], null);
        }
        catch (DirectoryNotFoundException)
        {
            return ([], "the folder vanished while it was listed");
        }
        catch (Exception failure) when (VolumeFiles.IsFailure(failure))
        {
            return ([], $"cannot list the folder: {failure.Message}");
        }
    }
}
