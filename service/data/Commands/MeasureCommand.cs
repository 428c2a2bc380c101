using System.Buffers;
using System.Diagnostics;
using Cocona;
using PlanetGraph.Engine;

namespace PlanetGraph.Data.Commands;

/// <summary>`measure`: how fast one core standardizes the lines of a file, text in, response object out.</summary>
internal static class MeasureCommand
{
    public const string Description = "Measure addresses a second on one thread, allocation, start and memory";

    public static void Run(
        [Argument(Description = "A file of addresses, one a line")] string input,
        [Option(Description = "Rounds over the file; the median counts")] int rounds = 15,
        [Option(Description = "The data file")] string data = "service/data/data_stable.bin")
    {
        string[] addresses = File.ReadAllLines(input);
        long opened = Stopwatch.GetTimestamp();
        using Standardizer standardizer = Standardizer.Open(data);
        StandardizerSession session = standardizer.CreateSession();
        ArrayBufferWriter<byte> buffer = new(1 << 16);
        session.WriteJson("北京", buffer);
        TimeSpan ready = Stopwatch.GetElapsedTime(opened);
        List<double> rates = [];
        long allocated = 0;
        for (int round = 0; round < rounds; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            TimeSpan started = Environment.CpuUsage.TotalTime;
            foreach (string address in addresses)
            {
                buffer.ResetWrittenCount();
                session.WriteJson(address, buffer);
            }

            rates.Add(addresses.Length / (Environment.CpuUsage.TotalTime - started).TotalSeconds);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        rates.Sort();
        Console.Out.WriteLine(
            $"{addresses.Length:N0} addresses: {rates[rates.Count / 2]:N0} addresses a second of processor time (median of {rounds}, best {rates[^1]:N0}), "
            + $"{(double)allocated / addresses.Length:F1} bytes allocated each, ready in {ready.TotalMilliseconds:F0} ms, "
            + $"working set {Environment.WorkingSet / (1024.0 * 1024):F0} MiB");
    }
}
