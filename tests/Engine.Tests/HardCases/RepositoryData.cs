namespace PlanetGraph.Engine.Tests.HardCases;

/// <summary>The standardizer on the data file that the repository's build makes.</summary>
public sealed class RepositoryData : IDisposable
{
    public Standardizer Standardizer { get; } = Standardizer.Open(Path.Combine(AppContext.BaseDirectory, "data_stable.bin"));

    public void Dispose() => Standardizer.Dispose();
}
