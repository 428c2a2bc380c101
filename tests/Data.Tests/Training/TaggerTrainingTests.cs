using PlanetGraph.Data.Synthetic;
using PlanetGraph.Data.Training;
using PlanetGraph.Engine.Data;

namespace PlanetGraph.Data.Tests.Training;

/// <summary>Whoever runs `make train` gets the weights that ship, byte for byte.</summary>
public sealed class TaggerTrainingTests
{
    [Fact]
    public void Run_Twice_GivesTheSameBytes()
    {
        string divisions = Repository.File("service/data/divisions.tsv.br");
        Gazetteer gazetteer = new(DataFile.Open(Repository.File("service/data/data_stable.bin")));
        List<TownChain> towns = TownChains.Read(divisions);
        TrainingOptions options = new() { Addresses = 200, ChoosingEpochs = 2, Epochs = 2, LeastCount = 1, BucketBits = 12 };

        Assert.Equal(new TaggerTraining(towns, gazetteer, options, TextWriter.Null).Run(), new TaggerTraining(towns, gazetteer, options, TextWriter.Null).Run());
    }
}
