using PlanetGraph.Testing.Processes;

namespace PlanetGraph.Integration.Tests.Runs;

/// <summary>The real address service as a process, one for all tests of runs; it starts when the first test asks.</summary>
public sealed class RealService : IAsyncDisposable
{
    private readonly Lazy<Task<(ProgramProcess Process, Uri Address)>> _running = new(StartAsync);

    public async Task<Uri> AddressAsync() => (await _running.Value).Address;

    public async ValueTask DisposeAsync()
    {
        if (_running is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            await (await _running.Value).Process.DisposeAsync();
        }
    }

    private static async Task<(ProgramProcess Process, Uri Address)> StartAsync()
    {
        var port = LoopbackPort.Free();
        var address = new Uri($"http://127.0.0.1:{port}");
        var process = BuiltProgram.Start("Service", "the address service", [], new Dictionary<string, string?> { ["SERVER_PORT"] = $"{port}" });
        using var http = new HttpClient { BaseAddress = address };
        await Eventually.HoldsAsync(
            async () =>
            {
                if (process.HasExited)
                {
                    throw new InvalidOperationException($"The address service ended while starting:\n{process.Output}");
                }

                try
                {
                    using var answer = await http.GetAsync("/planet-graph/v2/query/provinces");
                    return answer.IsSuccessStatusCode;
                }
                catch (HttpRequestException)
                {
                    return false;
                }
            },
            "the address service answers", detail: () => process.Output.Tail());
        return (process, address);
    }
}
