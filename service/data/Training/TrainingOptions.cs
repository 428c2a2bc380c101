namespace PlanetGraph.Data.Training;

/// <summary>What a training run is set to; the defaults make the weights that ship.</summary>
internal sealed record TrainingOptions
{
    /// <summary>Synthetic addresses.</summary>
    public int Addresses { get; init; } = 200_000;

    /// <summary>Passes over them that show which features are the strongest: those get a row.</summary>
    public int ChoosingEpochs { get; init; } = 4;

    /// <summary>Passes over them that train the weights, with the features chosen alone: so that none counts on another that has no row.</summary>
    public int Epochs { get; init; } = 4;

    /// <summary>AdaGrad's step.</summary>
    public float Rate { get; init; } = 0.15f;

    /// <summary>Pull of the weights towards zero.</summary>
    public float L2 { get; init; } = 5e-5f;

    /// <summary>Share of a token's features left out at each step.</summary>
    public float Dropout { get; init; } = 0.08f;

    /// <summary>Share of the gazetteer's matches hidden, so that unlisted names are learnt too.</summary>
    public double Hidden { get; init; } = 0.08;

    /// <summary>Occurrences a feature needs.</summary>
    public int LeastCount { get; init; } = 6;

    /// <summary>Buckets of the weights table, as a power of two; a bucket has two rows of 32 bytes.</summary>
    public int BucketBits { get; init; } = 13;

    /// <summary>Seed of addresses, order and dropout.</summary>
    public ulong Seed { get; init; } = 10;
}
