using PlanetGraph.Batch.Tasks;

namespace PlanetGraph.Batch.Broker.RabbitMq;

internal sealed class RabbitMqDelivery(TaskMessage message, RabbitMqConsumer consumer, ulong tag) : TaskDelivery(message)
{
    private int _settled;

    public override Task AckAsync(CancellationToken cancel) => OnceAsync(consumer.AckAsync);

    public override Task RejectAsync(CancellationToken cancel) => OnceAsync(consumer.RejectAsync);

    public override Task ReturnAsync(CancellationToken cancel) => OnceAsync(consumer.ReturnAsync);

    // The broker closes the channel on a tag that it sees twice, and every other delivery on it would be lost.
    private Task OnceAsync(Func<ulong, Task> settle) =>
        Interlocked.Exchange(ref _settled, 1) == 0 ? settle(tag) : Task.CompletedTask;
}
