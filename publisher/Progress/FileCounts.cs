namespace PlanetGraph.Publisher.Progress;

/// <summary>How many files are in each state.</summary>
internal sealed record FileCounts(long Total, long Pending, long Done, long Failed, long Skipped);
