using PlanetGraph.Data.Compile;
using PlanetGraph.Data.Synthetic;
using PlanetGraph.Data.Training;
using PlanetGraph.Engine.Data;

namespace PlanetGraph.Data.Tests.Training;

/// <summary>Whoever runs `make train` gets the weights that ship, byte for byte.</summary>
public sealed class TaggerTrainingTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("planet-graph-train-").FullName;

    [Fact]
    public void Run_Twice_GivesTheSameBytes()
    {
        string divisions = Repository.File("service/data/divisions.tsv.br");
        string data = Path.Combine(folder, "data.bin");
        DataCompiler.Compile(divisions, Repository.File("service/data/tables"), Path.Combine(folder, "none"), data);
        Gazetteer gazetteer = new(DataFile.Open(data));
        List<TownChain> towns = TownChains.Read(divisions);
        TrainingOptions options = new() { Addresses = 200, Epochs = 2, LeastCount = 1, BucketBits = 12 };

        Assert.Equal(new TaggerTraining(towns, gazetteer, options, TextWriter.Null).Run(), new TaggerTraining(towns, gazetteer, options, TextWriter.Null).Run());
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
