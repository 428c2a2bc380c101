using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;

namespace PlanetGraph.E2E.Tests.Lab;

/// <summary>
/// Clients that ask the service all the while, bounded in number, rate and time. Connections live shortly, as those of many different clients
/// do, so that a pod that goes away is noticed when it should not be.
/// </summary>
internal sealed class AddressLoad : IAsyncDisposable
{
    private const int Clients = 4;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(40);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(6);

    private readonly CancellationTokenSource _stop = new(Longest);
    private readonly ConcurrentQueue<string> _failures = new();
    private readonly ConcurrentDictionary<string, int> _answers = new(StringComparer.Ordinal);
    private readonly HttpClient _http;
    private readonly string _address;
    private readonly Task[] _clients;
    private int _asked;

    /// <summary>Starts to ask.</summary>
    /// <param name="service">Base address of the endpoint.</param>
    /// <param name="address">What is asked each time.</param>
    public AddressLoad(Uri service, string address = "北京")
    {
        _address = address;
        _http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMilliseconds(400) }) { BaseAddress = service, Timeout = TimeSpan.FromSeconds(10) };
        _clients = [.. Enumerable.Range(0, Clients).Select(_ => Task.Run(AskAsync))];
    }

    /// <summary>Requests so far.</summary>
    public int Asked => Volatile.Read(ref _asked);

    /// <summary>How often each answer came: the JSON of the first entry.</summary>
    public IReadOnlyDictionary<string, int> Answers => _answers;

    /// <summary>Stops, and fails the test if a single request failed.</summary>
    public async Task AssertNoneFailedAsync()
    {
        await StopAsync();
        Assert.True(Asked > 0, "Not one request was sent.");
        Assert.True(_failures.IsEmpty, $"{_failures.Count} of {Asked} requests failed: {string.Join("; ", _failures.Distinct().Take(5))}");
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _http.Dispose();
        _stop.Dispose();
    }

    private async Task StopAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_clients);
    }

    private async Task AskAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                // A request that is under way when the load stops is finished, so it takes no token.
                using var response = await _http.PostAsJsonAsync("/planet-graph/v2/address/standardize", new { addrs = new[] { _address } }, CancellationToken.None);
                Interlocked.Increment(ref _asked);
                response.EnsureSuccessStatusCode();
                using var json = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(CancellationToken.None), cancellationToken: CancellationToken.None);
                _answers.AddOrUpdate(json.RootElement.GetProperty("addrs")[0].GetRawText(), 1, (_, n) => n + 1);
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException or JsonException or IOException)
            {
                _failures.Enqueue(e.Message);
            }

            await Task.Delay(Pause, CancellationToken.None);
        }
    }
}
