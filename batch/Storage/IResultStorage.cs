namespace PlanetGraph.Batch.Storage;

/// <summary>The result folder. Paths are relative to it, '/' between names; folders are made as needed.</summary>
/// <remarks>Failures are <see cref="StorageException"/>; whether another try can help is its <see cref="StorageException.IsTransient"/>.</remarks>
public interface IResultStorage
{
    /// <summary>True where a file can be written on at a place (<see cref="OpenAtAsync"/>): big files then grow while chunks
    /// finish. False (the file server): a file is joined from its parts in one go.</summary>
    bool CanWriteAt { get; }

    /// <summary>Begins a new file. It has its name, durably, when <see cref="PendingFile.CommitAsync"/> returns; disposed before that,
    /// nothing is left of it.</summary>
    Task<PendingFile> CreateAsync(string path, CancellationToken cancel);

    /// <summary>Opens for writing from <paramref name="position"/>; what lay behind it is cut off. Creates the file when position is 0.
    /// <see cref="WritableFile.FlushAsync"/> makes it durable.</summary>
    /// <exception cref="NotSupportedException"><see cref="CanWriteAt"/> is false.</exception>
    Task<WritableFile> OpenAtAsync(string path, long position, CancellationToken cancel);

    /// <exception cref="StorageException">Not there: <see cref="StorageException.IsMissing"/>.</exception>
    Task<Stream> OpenAsync(string path, CancellationToken cancel);

    /// <summary>The file's length, or null when there is none.</summary>
    Task<long?> LengthAsync(string path, CancellationToken cancel);

    /// <summary>Gives files their final names, durably, replacing what is there. A pair whose source is gone is left out, so that doing
    /// it twice changes nothing.</summary>
    Task MoveAsync(IReadOnlyCollection<FileMove> moves, CancellationToken cancel);

    /// <summary>Deletes files; those that are not there are no error.</summary>
    Task DeleteAsync(IReadOnlyCollection<string> paths, CancellationToken cancel);

    /// <summary>Deletes a folder with all that is in it; not there is no error.</summary>
    Task DeleteFolderAsync(string path, CancellationToken cancel);
}
