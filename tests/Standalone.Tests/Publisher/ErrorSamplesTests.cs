using Microsoft.Extensions.Options;
using PlanetGraph.Batch.Ledger;
using PlanetGraph.Batch.Ledger.Sql;
using PlanetGraph.Batch.Storage;
using PlanetGraph.Batch.Tasks;
using PlanetGraph.Publisher.Progress;
using PlanetGraph.Testing.Processes;

namespace PlanetGraph.Standalone.Tests.Publisher;

/// <summary>The page's samples come from files that the user owns: whatever is in them, the publisher goes on.</summary>
public sealed class ErrorSamplesTests : IDisposable
{
    private static readonly RunId Run = RunId.Parse("run-1");
    private readonly TemporaryFolder _folder = new("samples");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task RefreshAsync_ErrorsFilesEditedByTheUser_ShowsWhatCanBeRead()
    {
        string[] lines =
        [
            """{"line":7,"reason":"too long","raw":"北京"}""",
            "half a li",
            """{"line":"seven","reason":"x","raw":"x"}""",
            """{"reason":"no line"}""",
            """{"line":1,"reason":null}""",
            "[1]",
        ];
        await using var ledger = await DoneAsync(lines);
        var samples = new ErrorSamples(ledger, new VolumeResultStorage(_folder.Path));

        await samples.RefreshAsync(Run, await ledger.ProgressAsync(Run, Cancel), Cancel);

        Assert.Equal(new ErrorView("0.txt", 7, "too long", "北京"), Assert.Single(samples.Latest));
    }

    // A file for each line, each done with one error.
    private async Task<SqliteLedger> DoneAsync(string[] lines)
    {
        var ledger = new SqliteLedger(_folder["ledger.db"], Options.Create(new LedgerOptions()), TimeProvider.System);
        await ledger.MigrateAsync(Cancel);
        await ledger.OpenRunAsync(Run, new RunSettings("in"), Cancel);
        var files = lines.Select((_, index) => new FileEntry($"{index}.txt", 10, 0)).ToList();
        var tasks = await ledger.RegisterAsync(Run, [.. files.Select(file => new PlannedTask([new Chunk(file, 0, 0, 10)]))], [], Cancel);
        foreach (var (file, task) in files.Zip(tasks))
        {
            var claim = (await ledger.ClaimAsync(Run, task.Task, "worker", Cancel)).Claim!;
            var part = new Part(file.Id, 0, file.Path + ".jsonl", null, 0, 10, Rows: 1, Errors: 1, 1, 10, 10, "0123456789abcdef", 0.1);
            await ledger.CompleteAsync(claim, [part], [], Cancel);
            await File.WriteAllTextAsync(_folder[file.Path + ".errors.jsonl"], lines[files.IndexOf(file)], Cancel);
        }

        await ledger.FinishWholeFilesAsync(Run, [.. files.Select(file => file.Id)], Cancel);
        return ledger;
    }
}
