namespace PlanetGraph.Batch.Formats;

/// <summary>A row in the window.</summary>
/// <param name="Length">Bytes of its text, from the window's start, without the line end.</param>
/// <param name="Consumed">Bytes to advance to the next row.</param>
/// <param name="Lines">Line ends in it.</param>
/// <param name="Problem">Why it is no row that can be read; null when it is.</param>
internal readonly record struct ScannedRow(int Length, int Consumed, int Lines, RowError? Problem = null);
