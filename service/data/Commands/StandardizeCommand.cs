using System.Buffers;
using System.Text;
using Cocona;
using PlanetGraph.Engine;

namespace PlanetGraph.Data.Commands;

/// <summary>`standardize`: addresses in, one a line; response objects out, one a line. For measuring without a service.</summary>
internal static class StandardizeCommand
{
    public const string Description = "Standardize the lines of standard input to JSON lines";

    public static void Run([Option(Description = "The data file")] string data = "service/data/data_stable.bin")
    {
        using Standardizer standardizer = Standardizer.Open(data);
        StandardizerSession session = standardizer.CreateSession();
        ArrayBufferWriter<byte> buffer = new();
        using StreamReader input = new(Console.OpenStandardInput(), Encoding.UTF8);
        using Stream output = Console.OpenStandardOutput();
        while (input.ReadLine() is { } address)
        {
            buffer.ResetWrittenCount();
            session.WriteJson(address, buffer);
            buffer.Write("\n"u8);
            output.Write(buffer.WrittenSpan);
        }
    }
}
