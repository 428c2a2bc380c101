using Cocona;
using PlanetGraph.Data.Synthetic;

namespace PlanetGraph.Data.Commands;

/// <summary>`sample`: realistic addresses to try a batch with.</summary>
internal static class SampleCommand
{
    public const string Description = "Write deterministic sample addresses as .txt, .csv (GBK), .jsonl.gz and one big file";

    public static void Run(
        [Option(Description = "Folder to write to")] string output,
        [Option(Description = "Addresses in all")] long rows = 200_000,
        [Option(Description = "Another seed gives other addresses")] ulong seed = 1,
        [Option(Description = "The division source")] string divisions = "service/data/divisions.tsv.br")
    {
        foreach ((string path, long count) in SampleFiles.Write(new SampleAddresses(divisions, seed), output, rows))
        {
            Console.Out.WriteLine($"{path}: {count} rows");
        }
    }
}
