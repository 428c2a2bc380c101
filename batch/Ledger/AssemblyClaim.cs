using PlanetGraph.Batch.Tasks;

namespace PlanetGraph.Batch.Ledger;

/// <summary>A file that this process joins until its lease ends.</summary>
/// <param name="Run">The run.</param>
/// <param name="File">The file.</param>
/// <param name="Chunks">How many parts it will have.</param>
/// <param name="Fence">Grows with every claim.</param>
/// <param name="Progress">How far the last assembler came.</param>
public sealed record AssemblyClaim(RunId Run, FileEntry File, int Chunks, long Fence, AssemblyProgress Progress);
