namespace PlanetGraph.Data.Training;

/// <summary>An address ready for training: per token the numbers of its features (one run per token, cut by <paramref name="Offsets"/>) and its label.</summary>
internal sealed record TrainingSentence(int[] Features, int[] Offsets, byte[] Labels);
