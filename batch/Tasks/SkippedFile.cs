namespace PlanetGraph.Batch.Tasks;

/// <summary>A file of the input folder that is not read.</summary>
/// <param name="File">The file.</param>
/// <param name="Reason">A sentence for the manifest.</param>
/// <param name="IsFailure">False: it was not for us (another kind of file). True: it was, and could not be read, so the run fails.</param>
public sealed record SkippedFile(FileEntry File, string Reason, bool IsFailure = false);
