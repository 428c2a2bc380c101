using System.Diagnostics;
using PlanetGraph.Engine;
using PlanetGraph.Service.Gazetteer;

namespace PlanetGraph.Service.Dictionary;

/// <summary>
/// Reads the customer's dictionary before the first request, then again and again, and puts a changed one in use without a pause:
/// requests in flight end with the dictionary they began with. A reading that fails leaves the one before it in use.
/// </summary>
internal sealed class DictionaryReload(
    IEnumerable<IDictionarySource> sources,
    DictionaryOptions options,
    StandardizerHolder holder,
    TimeProvider time,
    ILogger<DictionaryReload> logger) : BackgroundService, IHostedLifecycleService
{
    /// <summary>Rejected rows that are logged one by one; of the rest only the count.</summary>
    private const int LoggedRows = 100;

    private readonly IDictionarySource[] sources = [.. sources];
    private readonly SemaphoreSlim oneAtATime = new(1);
    private DictionaryReading current = DictionaryReading.Empty;
    private volatile DictionaryState state = DictionaryState.None;

    /// <summary>The dictionary in use.</summary>
    public DictionaryState State => state;

    /// <summary>Readings since the start that failed.</summary>
    public long Failures { get; private set; }

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (sources.Length > 0 && await ReadAsync(cancellationToken) is { Error: { } error, Source.MustBeThereAtStart: true })
        {
            throw error;
        }
    }

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Reads all sources now and puts the dictionary in use when it changed.</summary>
    public Task ReloadAsync(CancellationToken cancel) => sources.Length == 0 ? Task.CompletedTask : ReadAsync(cancel);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (sources.Length == 0 || options.Interval == TimeSpan.Zero)
        {
            return;
        }

        using PeriodicTimer timer = new(options.Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await ReadAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops.
        }
    }

    private async Task<(IDictionarySource? Source, DictionaryException? Error)> ReadAsync(CancellationToken cancel)
    {
        await oneAtATime.WaitAsync(cancel);
        try
        {
            var reading = DictionaryReading.Empty;
            foreach (var source in sources)
            {
                try
                {
                    reading = reading.With(await source.ReadAsync(cancel));
                }
                catch (DictionaryException error)
                {
                    if (state.LoadedAt is not null || !source.MustBeThereAtStart)
                    {
                        Fail(error);
                    }

                    return (source, error);
                }
            }

            Use(reading);
            return default;
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    private void Fail(DictionaryException error)
    {
        Failures++;
        state = state with { Fault = error.Message };
        Log.DictionaryUnreadable(logger, error.Message, state.EntryCount);
    }

    private void Use(DictionaryReading reading)
    {
        if (state.LoadedAt is not null && reading == current)
        {
            state = state with { Fault = null };
            return;
        }

        var started = Stopwatch.GetTimestamp();
        var standardizer = holder.Data.WithDictionary(new CustomerDictionary(reading.Entries));
        holder.Use(standardizer);
        current = reading;
        state = StateOf(reading, standardizer.RejectedEntries);
        Report(Stopwatch.GetElapsedTime(started));
    }

    private DictionaryState StateOf(DictionaryReading reading, IReadOnlyList<RejectedEntry> refused)
    {
        var left = refused.Select(rejected => rejected.Entry).ToHashSet(ReferenceEqualityComparer.Instance);
        return new DictionaryState(
            reading.Entries.Where(entry => !left.Contains(entry)).CountBy(entry => entry.Kind).ToDictionary(),
            [.. reading.Rejected, .. refused.Select(rejected => new RejectedRow(rejected.Entry.Source ?? rejected.Entry.Name, rejected.Reason))],
            time.GetUtcNow(),
            null);
    }

    private void Report(TimeSpan elapsed)
    {
        Log.DictionaryLoaded(logger, state.EntryCount, state.Rejected.Count, (long)elapsed.TotalMilliseconds, string.Join(", ", sources.Select(source => source.Name)));
        foreach (var row in state.Rejected.Take(LoggedRows))
        {
            Log.DictionaryRowRejected(logger, row.Source, row.Reason);
        }

        if (state.Rejected.Count > LoggedRows)
        {
            Log.DictionaryRowsRejected(logger, state.Rejected.Count - LoggedRows);
        }
    }
}
