namespace PlanetGraph.Data.Training;

/// <summary>An address ready for training: per token the numbers of its features (one run per token, cut by <paramref name="Offsets"/>) and its label.</summary>
internal sealed record TrainingSentence(int[] Features, int[] Offsets, byte[] Labels)
{
    /// <summary>The same with other numbers: <paramref name="numbers"/> has that of each feature, and -1 for those that are left out.</summary>
    public TrainingSentence Renumbered(ReadOnlySpan<int> numbers)
    {
        List<int> features = new(Features.Length);
        int[] offsets = new int[Offsets.Length];
        for (int token = 0; token < Labels.Length; token++)
        {
            foreach (int feature in Features.AsSpan(Offsets[token]..Offsets[token + 1]))
            {
                if (numbers[feature] is >= 0 and var number)
                {
                    features.Add(number);
                }
            }

            offsets[token + 1] = features.Count;
        }

        return new TrainingSentence([.. features], offsets, Labels);
    }
}
