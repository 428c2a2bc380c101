using Cocona;
using PlanetGraph.Data.Compile;
using PlanetGraph.Engine.Data;

namespace PlanetGraph.Data.Commands;

/// <summary>`compile`: builds data_stable.bin from the repo alone.</summary>
internal static class CompileCommand
{
    public const string Description = "Compile divisions.tsv.br and our tables into data_stable.bin";

    public static void Run(
        [Option(Description = "The division source, written by import")] string divisions = "service/data/divisions.tsv.br",
        [Option(Description = "Folder of our own tables")] string tables = "service/data/tables",
        [Option(Description = "The tagger's weights, written by train; without the file the data file has none")] string weights = "service/data/tagger.bin",
        [Option(Description = "The data file to write")] string output = "service/data/data_stable.bin")
    {
        DataCompiler.Compile(divisions, tables, weights, output);
        Gazetteer gazetteer = new(DataFile.Open(output));
        Console.Out.WriteLine($"{output}: {new FileInfo(output).Length:N0} bytes, {gazetteer.Version}");
    }
}
