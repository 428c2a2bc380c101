using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using PlanetGraph.Engine;

namespace PlanetGraph.Benchmarks.Engine;

/// <summary>What the engine alone does: every line of a file standardized to JSON that goes nowhere, on some threads.</summary>
internal static class EngineRate
{
    /// <summary>Prints rows, seconds and CPU seconds, separated by spaces, for benchmarks/batch-vs-engine.</summary>
    public static int Print(string data, string file, int threads)
    {
        var lines = File.ReadAllLines(file);
        using var standardizer = Standardizer.Open(data);
        Standardize(standardizer, lines.AsSpan(0, Math.Min(20_000, lines.Length)));
        var cpuBefore = Process.GetCurrentProcess().TotalProcessorTime;
        var began = Stopwatch.GetTimestamp();
        var share = (lines.Length + threads - 1) / threads;
        var work = Enumerable.Range(0, threads)
            .Select(thread => new Thread(() => Standardize(standardizer, lines.AsSpan(Math.Min(thread * share, lines.Length), Math.Clamp(lines.Length - (thread * share), 0, share)))))
            .ToList();
        work.ForEach(thread => thread.Start());
        work.ForEach(thread => thread.Join());
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var cpu = (Process.GetCurrentProcess().TotalProcessorTime - cpuBefore).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{lines.Length} {seconds:0.000} {cpu:0.000}"));
        return 0;
    }

    private static void Standardize(Standardizer standardizer, ReadOnlySpan<string> lines)
    {
        var session = standardizer.CreateSession();
        var output = new ArrayBufferWriter<byte>(1 << 20);
        foreach (var line in lines)
        {
            session.WriteJson(line, output);
            if (output.WrittenCount > 1 << 19)
                output.ResetWrittenCount();
        }
    }
}
