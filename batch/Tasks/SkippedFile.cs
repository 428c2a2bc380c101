namespace PlanetGraph.Batch.Tasks;

/// <summary>A file of the input folder that is reported, not guessed.</summary>
public sealed record SkippedFile(FileEntry File, string Reason);
