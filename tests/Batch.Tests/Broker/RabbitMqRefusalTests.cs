using PlanetGraph.Batch.Broker.RabbitMq;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;

namespace PlanetGraph.Batch.Tests.Broker;

/// <summary>What brokers of any age answer, as they word it: an operator reads our sentence and knows what to do.</summary>
public sealed class RabbitMqRefusalTests
{
    private static readonly RabbitMqOptions Options = new() { Host = "mq", Username = "pg", Password = "x", VirtualHost = "runs" };

    [Theory]
    [InlineData(403, "ACCESS_REFUSED - configure access to queue 'planet-graph.work.1' in vhost 'runs' refused for user 'pg'", true, "grant configure, write and read")]
    [InlineData(404, "NOT_FOUND - no exchange 'planet-graph.tasks.1' in vhost 'runs'", true, "may have lost its disk")]
    [InlineData(405, "RESOURCE_LOCKED - cannot obtain exclusive access to locked queue 'planet-graph.work.1' in vhost 'runs'", true, "stop that program")]
    [InlineData(406, "PRECONDITION_FAILED - inequivalent arg 'x-expires' for queue 'planet-graph.work.1' in vhost 'runs': received '1' but current is '2'", false,
        "rabbitmqctl delete_queue planet-graph.work.1")]
    [InlineData(406, "PRECONDITION_FAILED - invalid arg 'x-overflow' for queue 'planet-graph.work.1' in vhost 'runs'", false, "refused a queue or a message")]
    [InlineData(406, "PRECONDITION_FAILED - message size 17825887 is larger than configured max size 16777216", false, "lower run.packFiles")]
    [InlineData(406, "PRECONDITION_FAILED - cannot declare queue 'planet-graph.work.1': queue limit in vhost 'runs' (9) is reached", true, "raise its max-queues")]
    [InlineData(406, "PRECONDITION_FAILED - delivery acknowledgement on channel 1 timed out. Timeout value used: 1800000 ms", true, "raise consumer_timeout")]
    [InlineData(530, "NOT_ALLOWED - vhost runs not found", true, "rabbitmqctl add_vhost")]
    [InlineData(530, "NOT_ALLOWED - access to vhost 'runs' refused for user 'pg': connection limit (9) is reached", true, "raise max-connections")]
    [InlineData(540, "NOT_IMPLEMENTED - queue type quorum", false, "RabbitMQ 3.10 or newer")]
    [InlineData(320, "CONNECTION_FORCED - broker forced connection closure with reason 'shutdown'", true, "as it does when it is stopped")]
    [InlineData(541, "INTERNAL_ERROR", true, "said 541: INTERNAL_ERROR")]
    public void Sentence_BrokerRefuses_SaysWhatToDoAndWhetherItMayPass(ushort code, string text, bool mayPass, string remedy)
    {
        var refused = new OperationInterruptedException(new ShutdownEventArgs(ShutdownInitiator.Peer, code, text));

        Assert.Contains(remedy, RabbitMqRefusal.Sentence(refused, Options), StringComparison.Ordinal);
        Assert.Equal(mayPass, RabbitMqRefusal.MayPass(refused));
    }

    [Fact]
    public void MayPass_FaultOfOurOwn_IsNotTriedAgain() => Assert.False(RabbitMqRefusal.MayPass(new InvalidOperationException("a bug")));
}
