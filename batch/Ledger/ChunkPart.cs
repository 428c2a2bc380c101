using PlanetGraph.Batch.Tasks;

namespace PlanetGraph.Batch.Ledger;

/// <summary>A chunk that is done, with its part.</summary>
public sealed record ChunkPart(Chunk Chunk, Part Part);
