using System.Text;
using BenchmarkDotNet.Attributes;
using PlanetGraph.Batch.Ledger;
using PlanetGraph.Batch.Processing;
using PlanetGraph.Batch.Storage;
using PlanetGraph.Batch.Tasks;

namespace PlanetGraph.Benchmarks.Batch;

/// <summary>What the batch itself costs: rows are read, given a ready answer, and written, so that the time is all ours. One operation is one row.</summary>
[MemoryDiagnoser]
public class ChunkBenchmarks
{
    private const int Rows = 50_000;
    private readonly string folder = Directory.CreateTempSubdirectory("planet-graph-benchmark-").FullName;
    private ChunkProcessor processor = null!;
    private RunRecord run = null!;
    private Chunk chunk = null!;

    [Params("txt", "csv", "jsonl", "gbk.csv")]
    public string Input { get; set; } = "";

    [Params(OutputFormat.Jsonl, OutputFormat.Csv)]
    public OutputFormat Output { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        var encoding = Input == "gbk.csv" ? CodePagesEncodingProvider.Instance.GetEncoding("GB18030")! : Encoding.UTF8;
        var text = new StringBuilder(Input.EndsWith("csv", StringComparison.Ordinal) ? "id,name,address\n" : "");
        for (var row = 0; row < Rows; row++)
        {
            var address = $"北京市朝阳区建国路{row}号院{row % 30}号楼{row % 700}室";
            text.Append(Input switch
            {
                "txt" => $"{address}\n",
                "jsonl" => $"{{\"id\":{row},\"addr\":\"{address}\"}}\n",
                _ => $"{row},张三,\"{address}\"\n",
            });
        }

        var path = Path.Combine(folder, $"rows.{Input}");
        File.WriteAllBytes(path, encoding.GetBytes(text.ToString()));
        var file = new FileInfo(path);
        var entry = new FileEntry(file.Name, file.Length, new DateTimeOffset(file.LastWriteTimeUtc).ToUnixTimeMilliseconds());
        var settings = new RunSettings("benchmark", Output);
        run = new RunRecord(RunId.Of(settings), settings, RunState.Open, null, default, null, 0);
        chunk = new Chunk(entry, 0, 0, entry.Length);
        processor = new ChunkProcessor(new VolumeInputStorage(folder), new VolumeResultStorage(folder), new ReadyAnswers(), new BatchMetrics(), TimeProvider.System);
    }

    [Benchmark(OperationsPerInvoke = Rows)]
    public async Task<Part> ReadAndWrite()
    {
        var part = await processor.ProcessAsync(run, chunk, CancellationToken.None);
        File.Delete(Path.Combine(folder, part.Path));
        return part;
    }

    [GlobalCleanup]
    public void CleanUp() => Directory.Delete(folder, recursive: true);
}
