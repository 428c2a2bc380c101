using System.Diagnostics;
using System.Globalization;
using PlanetGraph.Batch.Ledger;
using PlanetGraph.Batch.Processing;
using PlanetGraph.Batch.Storage;
using PlanetGraph.Batch.Tasks;

namespace PlanetGraph.Benchmarks.Batch;

/// <summary>What the batch alone costs a row: a file read, given ready answers and written, on one thread.</summary>
internal static class BatchRate
{
    /// <summary>Prints rows, seconds, CPU seconds, bytes allocated a row and the peak of memory in MiB, separated by spaces.</summary>
    public static async Task<int> PrintAsync(string path)
    {
        var result = Directory.CreateTempSubdirectory("planet-graph-rate-").FullName;
        try
        {
            var file = new FileInfo(path);
            var entry = new FileEntry(file.Name, file.Length, new DateTimeOffset(file.LastWriteTimeUtc).ToUnixTimeMilliseconds());
            var settings = new RunSettings("rate");
            var run = new RunRecord(RunId.Of(settings), settings, RunState.Open, null, default, null, 0);
            using var metrics = new BatchMetrics();
            var processor = new ChunkProcessor(new VolumeInputStorage(file.DirectoryName!), new VolumeResultStorage(result), new ReadyAnswers(), metrics, TimeProvider.System);
            await processor.ProcessAsync(run, new Chunk(entry, 0, 0, entry.Length), CancellationToken.None);
            var cpuBefore = Process.GetCurrentProcess().TotalProcessorTime;
            var allocatedBefore = GC.GetTotalAllocatedBytes();
            var began = Stopwatch.GetTimestamp();
            var part = await processor.ProcessAsync(run, new Chunk(entry, 0, 0, entry.Length), CancellationToken.None);
            var cpu = (Process.GetCurrentProcess().TotalProcessorTime - cpuBefore).TotalSeconds;
            var allocated = GC.GetTotalAllocatedBytes() - allocatedBefore;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{part.Rows} {Stopwatch.GetElapsedTime(began).TotalSeconds:0.000} {cpu:0.000} {(double)allocated / part.Rows:0.0} {Process.GetCurrentProcess().PeakWorkingSet64 >> 20}"));
            return 0;
        }
        finally
        {
            Directory.Delete(result, recursive: true);
        }
    }
}
