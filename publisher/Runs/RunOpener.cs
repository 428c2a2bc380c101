using Microsoft.Extensions.Options;
using PlanetGraph.Batch.Hosting;
using PlanetGraph.Batch.Ledger;

namespace PlanetGraph.Publisher.Runs;

/// <summary>Begins the run, or finds it, or opens it again when the user asked for its failed files once more.</summary>
internal sealed class RunOpener(IOptions<RunOptions> options, ILedger ledger, ILogger<RunOpener> log)
{
    private readonly RunOptions _options = options.Value;

    public async Task<RunRecord> OpenAsync(CancellationToken cancellationToken)
    {
        await ledger.MigrateAsync(cancellationToken);
        var record = await ledger.OpenRunAsync(_options.RunId, _options.Settings, cancellationToken);
        if (record.Attempt < _options.Attempt)
        {
            var files = await ledger.ReopenRunAsync(record.Id, _options.Attempt, lost: [], cancellationToken);
            log.RunReopened(record.Id.Value, _options.Attempt, files);
            record = (await ledger.FindRunAsync(record.Id, cancellationToken))!;
        }

        log.RunOpened(record.Id.Value, record.State);
        return record;
    }
}
