using System.Buffers;
using Cocona;
using PlanetGraph.Batch;
using PlanetGraph.Engine;
using PlanetGraph.Standalone.Batch;

namespace PlanetGraph.Standalone.Standardize;

/// <summary><c>planet-graph standardize</c>: a look at a few addresses.</summary>
internal static class StandardizeCommand
{
    public const string Description = "Standardize the addresses given, a JSON object a line.";

    [Examples("planet-graph standardize 北京 杭州西湖区文三路90号")]
    public static int Run(
        [Argument(Description = "One or more addresses.")] string[] addresses,
        [Option(Description = "The compiled gazetteer. Default: data_stable.bin beside this program.")] string? data = null)
    {
        try
        {
            using var standardizer = Standardizer.Open(data ?? BatchComposition.ShippedData);
            using var output = Console.OpenStandardOutput();
            var session = standardizer.CreateSession();
            var line = new ArrayBufferWriter<byte>();
            foreach (var address in addresses)
            {
                line.ResetWrittenCount();
                session.WriteJson(address, line);
                line.Write("\n"u8);
                output.Write(line.WrittenSpan);
            }

            return ExitCode.Complete;
        }
        catch (GazetteerException e)
        {
            Console.Error.WriteLine($"planet-graph standardize: {e.Message}");
            return ExitCode.Usage;
        }
    }
}
