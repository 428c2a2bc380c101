using PlanetGraph.Batch.Tasks;

namespace PlanetGraph.Batch.Storage;

/// <param name="File">The file.</param>
/// <param name="Skip">Why the storage will not read it; null: it will.</param>
/// <param name="IsFailure">The storage should have read it and could not (no permission): the run must not end as if all were well.</param>
public sealed record ListedFile(FileEntry File, string? Skip = null, bool IsFailure = false);
