namespace PlanetGraph.Batch.Broker.RabbitMq;

internal static class RabbitMqClosing
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>Closes what may be broken already. There is nothing to be done about a failure to close; the broker requeues what was held.
    /// A close of the client library may hang, so it is not awaited for ever.</summary>
    public static async Task QuietlyAsync(Func<Task> close)
    {
        try
        {
            await close().WaitAsync(Limit, TimeProvider.System);
        }
        catch (Exception exception) when (RabbitMqRefusal.MayPass(exception))
        {
        }
    }
}
