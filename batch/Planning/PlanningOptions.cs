using System.ComponentModel.DataAnnotations;

namespace PlanetGraph.Batch.Planning;

/// <summary>How files are cut into tasks. None of it changes the result.</summary>
public sealed class PlanningOptions
{
    /// <summary>Bytes of a chunk: enough work to make its round trips cheap, little enough to share a file among workers. Default: 16 MiB.</summary>
    [Range(1, 1L << 40)]
    public long ChunkBytes { get; set; } = 16 << 20;

    /// <summary>Bytes of small files that make up one task, never more than a chunk. Default: 1 MiB.</summary>
    [Range(0, 1L << 30)]
    public long PackBytes { get; set; } = 1 << 20;

    /// <summary>Small files in one task. Default: 32.</summary>
    [Range(1, 1000)]
    public int PackFiles { get; set; } = 32;
}
