using PlanetGraph.Batch.Tasks;
using RabbitMQ.Client;

namespace PlanetGraph.Batch.Broker.RabbitMq;

/// <summary>What a run has in the broker. All of it is named by the run and goes away by itself when nobody uses it any more.</summary>
internal sealed class RabbitMqTopology(RunId run, RabbitMqOptions options)
{
    /// <summary>Tasks are published here.</summary>
    public string Tasks { get; } = $"planet-graph.tasks.{run}";

    /// <summary>Workers consume from here.</summary>
    public string Work { get; } = $"planet-graph.work.{run}";

    /// <summary>Exchange and queue of messages that failed too often or are no tasks.</summary>
    public string Dead { get; } = $"planet-graph.dead.{run}";

    /// <summary>What the publisher tells every worker.</summary>
    public string Control { get; } = $"planet-graph.control.{run}";

    public async Task DeclareAsync(IChannel channel, CancellationToken cancel)
    {
        await DeclareExchangeAsync(channel, Dead, cancel);
        await channel.QueueDeclareAsync(Dead, durable: true, exclusive: false, autoDelete: false, Quorum(), cancellationToken: cancel);
        await channel.QueueBindAsync(Dead, Dead, "", cancellationToken: cancel);

        var work = Quorum();
        work["x-delivery-limit"] = options.DeliveryLimit;
        work["x-dead-letter-exchange"] = Dead;
        // At least once to the dead-letter queue too: a plain dead-letter exchange may lose what it moves.
        work["x-dead-letter-strategy"] = "at-least-once";
        work["x-overflow"] = "reject-publish";
        work["x-consumer-timeout"] = (long)options.ConsumerTimeout.TotalMilliseconds;
        await channel.QueueDeclareAsync(Work, durable: true, exclusive: false, autoDelete: false, work, cancellationToken: cancel);
        await DeclareExchangeAsync(channel, Tasks, cancel);
        await channel.QueueBindAsync(Work, Tasks, "", cancellationToken: cancel);
        await DeclareControlAsync(channel, cancel);
    }

    public Task DeclareControlAsync(IChannel channel, CancellationToken cancel) => DeclareExchangeAsync(channel, Control, cancel);

    public async Task DeleteAsync(IChannel channel, CancellationToken cancel)
    {
        await channel.QueueDeleteAsync(Work, ifUnused: false, ifEmpty: false, cancellationToken: cancel);
        await channel.QueueDeleteAsync(Dead, ifUnused: false, ifEmpty: false, cancellationToken: cancel);
        await channel.ExchangeDeleteAsync(Tasks, cancellationToken: cancel);
        await channel.ExchangeDeleteAsync(Dead, cancellationToken: cancel);
        await channel.ExchangeDeleteAsync(Control, cancellationToken: cancel);
    }

    // Exchanges know no expiry; auto-delete takes them away with the last queue bound to them, and the queues do expire.
    private static Task DeclareExchangeAsync(IChannel channel, string name, CancellationToken cancel) =>
        channel.ExchangeDeclareAsync(name, ExchangeType.Fanout, durable: true, autoDelete: true, cancellationToken: cancel);

    private Dictionary<string, object?> Quorum() => new()
    {
        ["x-queue-type"] = "quorum",
        ["x-expires"] = (long)options.Expiry.TotalMilliseconds,
    };
}
