using PlanetGraph.Batch.Tasks;

namespace PlanetGraph.Batch.Storage;

/// <summary>The input folder, read only.</summary>
/// <remarks>Failures are <see cref="StorageException"/>; whether another try can help is its <see cref="StorageException.IsTransient"/>.</remarks>
public interface IInputStorage
{
    /// <summary>All regular files below the folder, in no order. Symbolic links are not followed (they could leave the folder, or go round in it):
    /// they are returned as skipped. A folder that may not be read is returned as a failure.</summary>
    IAsyncEnumerable<ListedFile> ListAsync(CancellationToken cancel);

    /// <summary>Opens the file from <paramref name="offset"/> to its end, for reading forward.</summary>
    /// <exception cref="InputChangedException">The file is gone, or is not the one that was listed.</exception>
    Task<Stream> OpenAsync(FileEntry file, long offset, CancellationToken cancel);

    /// <summary>Called after reading: the file is still the one that was listed.</summary>
    /// <exception cref="InputChangedException">The file is gone, or is not the one that was listed.</exception>
    Task VerifyAsync(FileEntry file, CancellationToken cancel);
}
