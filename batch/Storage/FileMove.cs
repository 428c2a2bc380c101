namespace PlanetGraph.Batch.Storage;

public readonly record struct FileMove(string From, string To);
