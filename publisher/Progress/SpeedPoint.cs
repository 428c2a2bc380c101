namespace PlanetGraph.Publisher.Progress;

/// <summary>The speed at a moment of the run.</summary>
/// <param name="Second">Seconds since this publisher began to watch the run.</param>
internal readonly record struct SpeedPoint(double Second, double RowsPerSecond);
