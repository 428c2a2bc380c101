using Cocona;
using PlanetGraph.Data.Synthetic;
using PlanetGraph.Data.Training;
using PlanetGraph.Engine.Data;

namespace PlanetGraph.Data.Commands;

/// <summary>`train`: makes the tagger's weights anew from synthetic addresses, from the repo alone.</summary>
internal static class TrainCommand
{
    public const string Description = "Train the tagger's weights on synthetic addresses (deterministic; minutes)";

    public static void Run(
        [Option(Description = "The weights file to write")] string output = "service/data/tagger.bin",
        [Option(Description = "Synthetic addresses; the default makes the weights that ship")] int? addresses = null,
        [Option(Description = "The division source")] string divisions = "service/data/divisions.tsv.br",
        [Option(Description = "The compiled data file")] string data = "service/data/data_stable.bin")
    {
        TrainingOptions options = new();
        options = options with { Addresses = addresses ?? options.Addresses };
        byte[] bytes = new TaggerTraining(TownChains.Read(divisions), new Gazetteer(DataFile.Open(data)), options, Console.Out).Run();
        string part = output + ".part";
        File.WriteAllBytes(part, bytes);
        File.Move(part, output, overwrite: true);
    }
}
