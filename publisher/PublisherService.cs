using Microsoft.Extensions.Options;
using PlanetGraph.Batch.Hosting;
using PlanetGraph.Publisher.Runs;

namespace PlanetGraph.Publisher;

/// <summary>The publisher's work in the host's background.</summary>
internal sealed class PublisherService(
    RunPublisher publisher, ProgramOutcome outcome, IOptions<PublisherOptions> options, IHostApplicationLifetime lifetime, ILogger<PublisherService> log)
    : WorkService(outcome, lifetime, log)
{
    protected override bool Stays => options.Value.Stay;

    protected override async Task<int> WorkAsync(CancellationToken stopping)
    {
        var record = await publisher.RunAsync(stopping);
        Outcome.End(RunExit.CodeOf(record.State, record.Reason));
        await publisher.CleanUpAsync(stopping);
        return Outcome.Code!.Value;
    }
}
