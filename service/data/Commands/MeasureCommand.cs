using System.Buffers;
using System.Diagnostics;
using Cocona;
using PlanetGraph.Engine;

namespace PlanetGraph.Data.Commands;

/// <summary>`measure`: how fast one core standardizes the lines of a file, text in, response object out.</summary>
internal static class MeasureCommand
{
    public const string Description = "Measure addresses a second on one thread, allocation, start and memory";

    /// <summary>A round of fewer addresses goes over the file several times: the clock of processor time has steps of a few milliseconds.</summary>
    private const int LeastRound = 20_000;

    public static void Run(
        [Argument(Description = "A file of addresses, one a line")] string input,
        [Option(Description = "Rounds that are measured; the median counts")] int rounds = 25,
        [Option(Description = "Addresses before the measuring begins: until then the runtime compiles, watches and compiles anew")] int warmUp = 300_000,
        [Option(Description = "The data file")] string data = "service/data/data_stable.bin")
    {
        string[] addresses = [.. File.ReadLines(input).Where(line => line.Length > 0)];
        if (addresses.Length == 0 || rounds < 1)
        {
            throw new CommandExitedException($"{input} has no addresses to measure with, or --rounds is below 1.", 2);
        }

        long opened = Stopwatch.GetTimestamp();
        using Standardizer standardizer = Standardizer.Open(data);
        StandardizerSession session = standardizer.CreateSession();
        ArrayBufferWriter<byte> buffer = new(1 << 16);
        session.WriteJson("北京", buffer);
        TimeSpan ready = Stopwatch.GetElapsedTime(opened);
        int passes = (LeastRound + addresses.Length - 1) / addresses.Length;
        for (int warm = 0; warm < warmUp; warm += addresses.Length)
        {
            Pass(session, addresses, buffer);
        }

        List<double> rates = [];
        long allocated = 0;
        for (int round = 0; round < rounds; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            TimeSpan started = Environment.CpuUsage.TotalTime;
            for (int pass = 0; pass < passes; pass++)
            {
                Pass(session, addresses, buffer);
            }

            rates.Add((double)addresses.Length * passes / (Environment.CpuUsage.TotalTime - started).TotalSeconds);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        rates.Sort();
        Console.Out.WriteLine(
            $"{addresses.Length:N0} addresses: {rates[rates.Count / 2]:N0} addresses a second of processor time (median of {rounds} rounds of {addresses.Length * passes:N0} "
            + $"after {warmUp:N0} to warm up; worst {rates[0]:N0}, best {rates[^1]:N0}), {(double)allocated / (addresses.Length * passes):F1} bytes allocated each, "
            + $"ready in {ready.TotalMilliseconds:F0} ms, working set {Environment.WorkingSet / (1024.0 * 1024):F0} MiB");
    }

    private static void Pass(StandardizerSession session, string[] addresses, ArrayBufferWriter<byte> buffer)
    {
        foreach (string address in addresses)
        {
            buffer.ResetWrittenCount();
            session.WriteJson(address, buffer);
        }
    }
}
