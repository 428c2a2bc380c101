namespace PlanetGraph.Batch.Tasks;

/// <summary>A task before the ledger gave it its number: one chunk of a big file, or a pack of several small files.</summary>
public sealed record PlannedTask(IReadOnlyList<Chunk> Chunks);
