using System.Text.Encodings.Web;
using System.Text.Json;
using Cocona;
using PlanetGraph.Engine;

namespace PlanetGraph.Data.Commands;

/// <summary>`explain`: why the engine reads an address as it does.</summary>
internal static class ExplainCommand
{
    public const string Description = "Say why an address is read as it is";

    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Run(
        [Argument(Description = "The address")] string address,
        [Option(Description = "The data file")] string data = "service/data/data_stable.bin")
    {
        using Standardizer standardizer = Standardizer.Open(data);
        Console.Out.WriteLine(JsonSerializer.Serialize(standardizer.Explain(address), Readable));
    }
}
