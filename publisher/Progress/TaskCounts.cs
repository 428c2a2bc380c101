namespace PlanetGraph.Publisher.Progress;

/// <summary>How many tasks are in each state.</summary>
internal sealed record TaskCounts(long Total, long Waiting, long Running, long Done, long Failed);
