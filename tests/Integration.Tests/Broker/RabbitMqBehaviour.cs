using System.Text;
using PlanetGraph.Batch.Broker;
using PlanetGraph.Batch.Broker.RabbitMq;
using PlanetGraph.Batch.Tasks;
using PlanetGraph.Testing.Processes;
using PlanetGraph.Testing.Servers;
using RabbitMQ.Client;

namespace PlanetGraph.Integration.Tests.Broker;

/// <summary>What a real RabbitMQ does to its clients, and how ours goes on.</summary>
/// <param name="servers">The assembly's servers.</param>
/// <param name="edition">Which RabbitMQ; null leaves it to <see cref="ServerEditions"/>.</param>
public abstract class RabbitMqBehaviour(SharedServers servers, RabbitMqEdition? edition)
{
    private readonly RunId _run = RunId.Parse("run-1");

    private protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ConsumeAsync_QueueDeletedByHand_ConsumesFromTheQueueMadeAnew()
    {
        var server = await servers.RabbitMqAsync(edition);
        var virtualHost = await server.CreateVirtualHostAsync(Cancel);
        await using var broker = RabbitMqBrokers.On(virtualHost);
        await using var deliveries = broker.ConsumeAsync(_run, 1, Cancel).GetAsyncEnumerator(Cancel);
        var next = deliveries.MoveNextAsync().AsTask();
        await broker.PublishAsync(_run, RabbitMqBrokers.Messages(_run, 1), Cancel);
        Assert.True(await next);
        await deliveries.Current.AckAsync(Cancel);

        next = deliveries.MoveNextAsync().AsTask();
        await server.DeleteQueueAsync(virtualHost, "planet-graph.work.run-1", Cancel);
        await broker.PublishAsync(_run, RabbitMqBrokers.Messages(_run, 2)[1..], Cancel);

        Assert.True(await next);
        Assert.Equal(2, deliveries.Current.Message.Task);
    }

    [Fact]
    public async Task ConsumeAsync_ConnectionsClosedByTheBroker_DeliversWhatWasNotAckedAgain()
    {
        var server = await servers.RabbitMqAsync(edition);
        var virtualHost = await server.CreateVirtualHostAsync(Cancel);
        await using var broker = RabbitMqBrokers.On(virtualHost);
        await broker.PublishAsync(_run, RabbitMqBrokers.Messages(_run, 1), Cancel);
        await using var deliveries = broker.ConsumeAsync(_run, 1, Cancel).GetAsyncEnumerator(Cancel);
        Assert.True(await deliveries.MoveNextAsync());
        var before = deliveries.Current;

        await Eventually.HoldsAsync(
            async () => await server.CountConnectionsAsync(virtualHost, Cancel) >= 2, "the broker's statistics know the connections", cancel: Cancel);
        await server.CloseConnectionsAsync(virtualHost, Cancel);
        Assert.True(await deliveries.MoveNextAsync());

        Assert.Equal(1, deliveries.Current.Message.Task);
        await before.AckAsync(Cancel);
        await deliveries.Current.AckAsync(Cancel);
        await broker.PublishAsync(_run, RabbitMqBrokers.Messages(_run, 2)[1..], Cancel);
        Assert.True(await deliveries.MoveNextAsync());
        Assert.Equal(2, deliveries.Current.Message.Task);
    }

    [Fact]
    public async Task RejectAsync_MoreOftenThanTheLimit_MessageWaitsInTheDeadLetterQueue()
    {
        var server = await servers.RabbitMqAsync(edition);
        var virtualHost = await server.CreateVirtualHostAsync(Cancel);
        await using var broker = RabbitMqBrokers.On(virtualHost, options => options.DeliveryLimit = 2);
        await broker.PublishAsync(_run, RabbitMqBrokers.Messages(_run, 1), Cancel);
        await using (var deliveries = broker.ConsumeAsync(_run, 1, Cancel).GetAsyncEnumerator(Cancel))
        {
            for (var delivery = 1; delivery <= 3; delivery++)
            {
                Assert.True(await deliveries.MoveNextAsync());
                await deliveries.Current.RejectAsync(Cancel);
            }
        }

        await AssertDeadAsync(virtualHost, 1);
    }

    [Fact]
    public async Task ConsumeAsync_MessageThatIsNoTask_IsPutAwayAndTheNextArrives()
    {
        var server = await servers.RabbitMqAsync(edition);
        var virtualHost = await server.CreateVirtualHostAsync(Cancel);
        await using var broker = RabbitMqBrokers.On(virtualHost);
        await broker.DeclareAsync(_run, Cancel);
        await server.PublishAsync(virtualHost, "planet-graph.tasks.run-1", Encoding.UTF8.GetBytes("rm -rf"), Cancel);
        await broker.PublishAsync(_run, RabbitMqBrokers.Messages(_run, 1), Cancel);

        await using var deliveries = broker.ConsumeAsync(_run, 1, Cancel).GetAsyncEnumerator(Cancel);
        Assert.True(await deliveries.MoveNextAsync());

        Assert.Equal(1, deliveries.Current.Message.Task);
        await AssertDeadAsync(virtualHost, 1);
    }

    [Fact]
    public async Task PublishAsync_ManyMoreThanTheWindow_AllWaitInTheQueue()
    {
        var server = await servers.RabbitMqAsync(edition);
        await using var broker = RabbitMqBrokers.On(await server.CreateVirtualHostAsync(Cancel), options => options.ConfirmWindow = 16);

        await broker.PublishAsync(_run, RabbitMqBrokers.Messages(_run, 1000), Cancel);

        Assert.Equal(1000, (await broker.DepthAsync(_run, Cancel))!.Ready);
    }

    [Fact]
    public async Task DeleteAsync_DeclaredRun_LeavesNothingAndCanBeDoneTwice()
    {
        var server = await servers.RabbitMqAsync(edition);
        var virtualHost = await server.CreateVirtualHostAsync(Cancel);
        await using var broker = RabbitMqBrokers.On(virtualHost);
        await broker.DeclareAsync(_run, Cancel);
        Assert.NotEmpty(await server.QueuesAsync(virtualHost, Cancel));

        await broker.DeleteAsync(_run, Cancel);
        await broker.DeleteAsync(_run, Cancel);

        Assert.Empty(await server.QueuesAsync(virtualHost, Cancel));
        Assert.Null(await broker.DepthAsync(_run, Cancel));
    }

    [Fact]
    public async Task DeclareAsync_QueueExistsWithAnotherLimit_SaysWhichQueueAndWhatToDo()
    {
        var server = await servers.RabbitMqAsync(edition);
        var virtualHost = await server.CreateVirtualHostAsync(Cancel);
        await using var older = RabbitMqBrokers.On(virtualHost, options => options.DeliveryLimit = 3);
        await older.DeclareAsync(_run, Cancel);
        await using var newer = RabbitMqBrokers.On(virtualHost);

        var refused = await Assert.ThrowsAsync<BrokerUnavailableException>(() => newer.DeclareAsync(_run, Cancel));

        Assert.Contains("the queue 'planet-graph.work.run-1' exists with another x-delivery-limit", refused.Message, StringComparison.Ordinal);
        Assert.Contains("rabbitmqctl delete_queue planet-graph.work.run-1", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("guest", "wrong", null, "does not know the user 'guest'")]
    [InlineData("guest", "guest", "nowhere", "virtual host 'nowhere' does not exist")]
    public async Task DeclareAsync_BrokerLetsNobodyIn_SaysWhatToCheckWhenPatienceIsOver(string user, string password, string? virtualHost, string sentence)
    {
        var server = await servers.RabbitMqAsync(edition);
        await using var broker = RabbitMqBrokers.On(await server.CreateVirtualHostAsync(Cancel), options =>
        {
            (options.Username, options.Password, options.Patience) = (user, password, TimeSpan.FromSeconds(1));
            options.VirtualHost = virtualHost ?? options.VirtualHost;
        });

        var refused = await Assert.ThrowsAsync<BrokerUnavailableException>(() => broker.DeclareAsync(_run, Cancel));

        Assert.Contains(sentence, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DeclareAsync_NobodyUsesTheRunAnyMore_ItsQueuesAndExchangesGoByThemselves()
    {
        var server = await servers.RabbitMqAsync(edition);
        var virtualHost = await server.CreateVirtualHostAsync(Cancel);
        await using var broker = RabbitMqBrokers.On(virtualHost, options => options.Expiry = TimeSpan.FromSeconds(1));
        await broker.DeclareAsync(_run, Cancel);
        Assert.NotEmpty(await server.QueuesAsync(virtualHost, Cancel));

        await Eventually.HoldsAsync(async () => (await server.QueuesAsync(virtualHost, Cancel)).Count == 0, "the queues have expired", cancel: Cancel);
        await Eventually.HoldsAsync(
            async () => !(await server.ExchangesAsync(virtualHost, Cancel)).Any(name => name.StartsWith("planet-graph.tasks", StringComparison.Ordinal)),
            "the exchange of the tasks went with its queue", cancel: Cancel);
    }

    [Fact]
    public async Task DeclareAsync_AccountMayDoNothing_SaysWhatToGrant()
    {
        var server = await servers.RabbitMqAsync(edition);
        await using var broker = Impatient(await server.CreateStrangerAsync(await server.CreateVirtualHostAsync(Cancel), Cancel));

        var refused = await Assert.ThrowsAsync<BrokerUnavailableException>(() => broker.DeclareAsync(_run, Cancel));

        Assert.Contains(@"grant configure, write and read on 'planet-graph\..*'", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("max-connections", "raise max-connections (rabbitmqctl set_vhost_limits, set_user_limits) or run fewer workers")]
    [InlineData("max-queues", "delete queues of old runs or raise its max-queues")]
    public async Task DeclareAsync_VirtualHostIsFull_SaysWhichLimitToRaise(string limit, string remedy)
    {
        var server = await servers.RabbitMqAsync(edition);
        var virtualHost = await server.CreateVirtualHostAsync(Cancel);
        await server.LimitAsync(virtualHost, limit, 0, Cancel);
        await using var broker = Impatient(virtualHost);

        var refused = await Assert.ThrowsAsync<BrokerUnavailableException>(() => broker.DeclareAsync(_run, Cancel));

        Assert.Contains(remedy, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DeclareAsync_QueueHeldByAnotherProgram_SaysSo()
    {
        var server = await servers.RabbitMqAsync(edition);
        var virtualHost = await server.CreateVirtualHostAsync(Cancel);
        await using var other = await new ConnectionFactory { Uri = virtualHost }.CreateConnectionAsync(Cancel);
        await using var channel = await other.CreateChannelAsync(cancellationToken: Cancel);
        await channel.QueueDeclareAsync("planet-graph.work.run-1", durable: false, exclusive: true, autoDelete: false, cancellationToken: Cancel);
        await using var broker = Impatient(virtualHost);

        var refused = await Assert.ThrowsAsync<BrokerUnavailableException>(() => broker.DeclareAsync(_run, Cancel));

        Assert.Contains("holds it exclusively; stop that program", refused.Message, StringComparison.Ordinal);
    }

    private static RabbitMqBroker Impatient(Uri virtualHost) =>
        RabbitMqBrokers.On(virtualHost, options => options.Patience = TimeSpan.FromSeconds(1));

    private async Task AssertDeadAsync(Uri virtualHost, int expected)
    {
        var server = await servers.RabbitMqAsync(edition);
        await Eventually.HoldsAsync(
            async () => await server.CountMessagesAsync(virtualHost, "planet-graph.dead.run-1", Cancel) == expected,
            $"{expected} in the dead-letter queue", TimeSpan.FromSeconds(20), cancel: Cancel);
    }
}
