using PlanetGraph.Publisher.Progress;

namespace PlanetGraph.Standalone.Terminal;

/// <summary>Shows a run while it goes on.</summary>
internal interface IProgressDisplay
{
    /// <summary>Shows every view until they end or <paramref name="over"/>.</summary>
    Task ShowAsync(IAsyncEnumerable<RunView> views, CancellationToken over);
}
