using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Serialization;
using PlanetGraph.Testing.Processes;
using PlanetGraph.Testing.Servers.Programs;

namespace PlanetGraph.Testing.Servers;

/// <summary>A real RabbitMQ with the management interface. Every test takes a virtual host of its own.</summary>
public sealed class RabbitMqServer : Server
{
    private static readonly Dictionary<RabbitMqEdition, (IProgramSource Source, string Image)> Editions = new()
    {
        [RabbitMqEdition.Installed] = (new ThisMachine(), "rabbitmq:3.13-management"),
        [RabbitMqEdition.Trixie] = (new DebianSuite("trixie"), "rabbitmq:4.0-management"),
        [RabbitMqEdition.Sid] = (new DebianSuite("sid"), "rabbitmq:4-management"),
    };

    private readonly HttpClient _management;
    private readonly HashSet<string> _virtualHosts = [];

    private RabbitMqServer(IServerHost host, int port, int managementPort) : base(host)
    {
        Port = port;
        _management = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{managementPort}/api/") };
        _management.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Basic", Convert.ToBase64String("guest:guest"u8));
    }

    /// <summary>The AMQP port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>Starts a server with no data.</summary>
    /// <param name="edition">Which one; null leaves it to <see cref="ServerEditions"/>.</param>
    /// <param name="settings">Lines for its rabbitmq.conf.</param>
    /// <param name="cancel">Gives up the start.</param>
    public static async Task<RabbitMqServer> StartNewAsync(RabbitMqEdition? edition = null, string settings = "", CancellationToken cancel = default)
    {
        var (source, image) = Editions[edition ?? ServerEditions.RabbitMq];
        var (port, management) = (LoopbackPort.Free(), LoopbackPort.Free());
        IServerHost host = RabbitMqProcess.Find(source) is { } program
            ? RabbitMqProcess.Host(source, program, port, management, settings)
            : new ContainerHost(image, container => container
                .WithPortBinding(port, 5672).WithPortBinding(management, 15672)
                .WithResourceMapping(Encoding.UTF8.GetBytes(settings + "\n"), "/etc/rabbitmq/conf.d/99-test.conf"));
        return await StartedAsync(new RabbitMqServer(host, port, management), cancel);
    }

    /// <summary>What the broker says it is: 3.10.8.</summary>
    public async Task<string> VersionAsync(CancellationToken cancel = default) =>
        (await _management.GetFromJsonAsync<Overview>("overview", cancel))!.Version;

    /// <summary>Makes a virtual host and gives its address. It is made again after the data was wiped and the server started.</summary>
    public async Task<Uri> CreateVirtualHostAsync(CancellationToken cancel = default)
    {
        var name = $"vhost-{Guid.NewGuid():n}";
        await PutVirtualHostAsync(name, cancel);
        _virtualHosts.Add(name);
        return new Uri($"amqp://guest:guest@127.0.0.1:{Port}/{name}");
    }

    /// <summary>The same virtual host for a new account that may do nothing in it.</summary>
    public async Task<Uri> CreateStrangerAsync(Uri virtualHost, CancellationToken cancel = default)
    {
        var name = $"stranger-{Guid.NewGuid():n}";
        await PutAsync($"users/{name}", new { password = name, tags = "" }, cancel);
        await PutAsync($"permissions/{NameOf(virtualHost)}/{name}", new { configure = "^$", write = "^$", read = "^$" }, cancel);
        return new UriBuilder(virtualHost) { UserName = name, Password = name }.Uri;
    }

    /// <summary>Sets <c>max-connections</c> or <c>max-queues</c> of a virtual host.</summary>
    public Task LimitAsync(Uri virtualHost, string limit, int value, CancellationToken cancel = default) =>
        PutAsync($"vhost-limits/{NameOf(virtualHost)}/{limit}", new { value }, cancel);

    /// <summary>Makes the virtual hosts that were created before anew, as an operator does when a broker lost its disk.</summary>
    public async Task RestoreVirtualHostsAsync(CancellationToken cancel = default)
    {
        foreach (var name in _virtualHosts)
        {
            await PutVirtualHostAsync(name, cancel);
        }
    }

    /// <summary>Closes every client's connection from the broker's side.</summary>
    public async Task CloseConnectionsAsync(Uri virtualHost, CancellationToken cancel = default)
    {
        var connections = await _management.GetFromJsonAsync<NamedThing[]>($"vhosts/{NameOf(virtualHost)}/connections", cancel) ?? [];
        foreach (var connection in connections)
        {
            using var _ = await _management.DeleteAsync($"connections/{Uri.EscapeDataString(connection.Name)}", cancel);
        }
    }

    /// <summary>How many connections of clients the broker's own statistics know.</summary>
    public async Task<int> CountConnectionsAsync(Uri virtualHost, CancellationToken cancel = default) =>
        (await _management.GetFromJsonAsync<NamedThing[]>($"vhosts/{NameOf(virtualHost)}/connections", cancel) ?? []).Length;

    /// <summary>Deletes a queue with its messages; its consumers are cancelled by the broker.</summary>
    public async Task DeleteQueueAsync(Uri virtualHost, string queue, CancellationToken cancel = default)
    {
        using var answer = await _management.DeleteAsync($"queues/{NameOf(virtualHost)}/{Uri.EscapeDataString(queue)}", cancel);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>The names of the virtual host's queues.</summary>
    public async Task<IReadOnlyList<string>> QueuesAsync(Uri virtualHost, CancellationToken cancel = default) =>
        [.. (await _management.GetFromJsonAsync<NamedThing[]>($"queues/{NameOf(virtualHost)}?disable_stats=true&enable_queue_totals=true", cancel) ?? []).Select(queue => queue.Name)];

    /// <summary>The names of the virtual host's exchanges, the broker's own too.</summary>
    public async Task<IReadOnlyList<string>> ExchangesAsync(Uri virtualHost, CancellationToken cancel = default) =>
        [.. (await _management.GetFromJsonAsync<NamedThing[]>($"exchanges/{NameOf(virtualHost)}", cancel) ?? []).Select(exchange => exchange.Name)];

    /// <summary>How many messages the queue has, taken ones too.</summary>
    public async Task<long> CountMessagesAsync(Uri virtualHost, string queue, CancellationToken cancel = default) =>
        (await _management.GetFromJsonAsync<QueueThing[]>($"queues/{NameOf(virtualHost)}", cancel) ?? [])
            .FirstOrDefault(found => found.Name == queue)?.Messages ?? 0;

    /// <summary>Publishes a message by hand, as an operator might: a duplicate of a task, say.</summary>
    public async Task PublishAsync(Uri virtualHost, string exchange, ReadOnlyMemory<byte> body, CancellationToken cancel = default)
    {
        var message = new
        {
            properties = new { delivery_mode = 2, content_type = "application/json" },
            routing_key = "",
            payload = Convert.ToBase64String(body.Span),
            payload_encoding = "base64",
        };
        using var answer = await _management.PostAsJsonAsync(
            $"exchanges/{NameOf(virtualHost)}/{Uri.EscapeDataString(exchange)}/publish", message, cancel);
        answer.EnsureSuccessStatusCode();
    }

    public override async ValueTask DisposeAsync()
    {
        _management.Dispose();
        await base.DisposeAsync();
    }

    private protected override async Task<bool> IsReadyAsync(CancellationToken cancel)
    {
        try
        {
            using var answer = await _management.GetAsync("overview", cancel);
            return answer.IsSuccessStatusCode && await LoopbackPort.AcceptsAsync(Port);
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static string NameOf(Uri virtualHost) => virtualHost.AbsolutePath.TrimStart('/');

    private async Task PutVirtualHostAsync(string name, CancellationToken cancel)
    {
        await PutAsync($"vhosts/{name}", new { }, cancel);
        await PutAsync($"permissions/{name}/guest", new { configure = ".*", write = ".*", read = ".*" }, cancel);
    }

    private async Task PutAsync<T>(string path, T content, CancellationToken cancel)
    {
        using var answer = await _management.PutAsJsonAsync(path, content, cancel);
        answer.EnsureSuccessStatusCode();
    }

    private sealed record Overview([property: JsonPropertyName("rabbitmq_version")] string Version);

    private sealed record NamedThing(string Name);

    private sealed record QueueThing(string Name, long Messages);
}
