using Cocona;
using PlanetGraph.Data.Synthetic;

namespace PlanetGraph.Data.Commands;

/// <summary>`sample`: realistic addresses to try a batch with.</summary>
internal static class SampleCommand
{
    public const string Description = "Write deterministic sample addresses as .txt, .csv (GBK), .jsonl.gz and one big file";

    public static void Run(
        [Option(Description = "Folder to write to; with --labelled the file")] string output,
        [Option(Description = "Addresses in all")] long rows = 200_000,
        [Option(Description = "Another seed gives other addresses")] ulong seed = 1,
        [Option(Description = "One file instead: a line per address, Kind=text parts between tabs")] bool labelled = false,
        [Option(Description = "The division source")] string divisions = "service/data/divisions.tsv.br")
    {
        if (labelled)
        {
            SampleFiles.WriteLabelled(new SampleAddresses(divisions, seed), output, rows);
            return;
        }

        foreach ((string path, long count) in SampleFiles.Write(new SampleAddresses(divisions, seed), output, rows))
        {
            Console.Out.WriteLine($"{path}: {count} rows");
        }
    }
}
