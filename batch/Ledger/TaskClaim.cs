using PlanetGraph.Batch.Tasks;

namespace PlanetGraph.Batch.Ledger;

/// <summary>A task that this worker holds until its lease ends.</summary>
/// <param name="Run">The run.</param>
/// <param name="Task">The task's number.</param>
/// <param name="Fence">Grows with every claim: the ledger takes a result only from the newest.</param>
/// <param name="Attempt">1 for the first.</param>
/// <param name="Chunks">What is to do: chunks without a part, of files that have not failed.</param>
public sealed record TaskClaim(RunId Run, long Task, long Fence, int Attempt, IReadOnlyList<Chunk> Chunks);
