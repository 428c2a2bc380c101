using PlanetGraph.Batch.Tasks;

namespace PlanetGraph.Batch.Formats;

/// <summary>Why a row cannot be asked for.</summary>
/// <param name="Reason">What it is counted as.</param>
/// <param name="Sentence">What the user reads in the row and in the errors file.</param>
internal sealed record RowError(ErrorReason Reason, string Sentence);
