using PlanetGraph.Batch.Tasks;

namespace PlanetGraph.Batch.Storage;

/// <param name="File">The file.</param>
/// <param name="Skip">Why the storage will not read it; null: it will.</param>
public sealed record ListedFile(FileEntry File, string? Skip = null);
