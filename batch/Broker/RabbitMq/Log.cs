using Microsoft.Extensions.Logging;

namespace PlanetGraph.Batch.Broker.RabbitMq;

internal static partial class Log
{
    [LoggerMessage(EventId = 300, EventName = nameof(BrokerConnected), Level = LogLevel.Information, Message = "Connected to the broker at {Address} to {Role}")]
    public static partial void BrokerConnected(this ILogger logger, string role, string address);

    [LoggerMessage(EventId = 301, EventName = nameof(BrokerAway), Level = LogLevel.Warning, Message = "Cannot {What} now: {Sentence}. Again in {Pause}")]
    public static partial void BrokerAway(this ILogger logger, string what, string sentence, TimeSpan pause);

    [LoggerMessage(EventId = 302, EventName = nameof(BrokerPublishInterrupted), Level = LogLevel.Warning, Message = "{Messages} tasks are not confirmed by the broker and will be published again")]
    public static partial void BrokerPublishInterrupted(this ILogger logger, int messages);

    [LoggerMessage(EventId = 303, EventName = nameof(BrokerConsumerLost), Level = LogLevel.Warning, Message = "The consumer was lost ({Reason}); consuming again")]
    public static partial void BrokerConsumerLost(this ILogger logger, string reason);

    [LoggerMessage(EventId = 304, EventName = nameof(BrokerSettleLost), Level = LogLevel.Information, Message = "A message could not be settled, the broker will deliver it anew: {Reason}")]
    public static partial void BrokerSettleLost(this ILogger logger, string reason);

    [LoggerMessage(EventId = 305, EventName = nameof(BrokerForeignMessage), Level = LogLevel.Error, Message = "A message that is not PlanetGraph's is in the run's queue and was put away: {Reason}")]
    public static partial void BrokerForeignMessage(this ILogger logger, string reason);

    [LoggerMessage(EventId = 306, EventName = nameof(BrokerBlocked), Level = LogLevel.Warning, Message = "The broker takes no messages: {Reason}. Free disk or memory on its node")]
    public static partial void BrokerBlocked(this ILogger logger, string reason);

    [LoggerMessage(EventId = 307, EventName = nameof(BrokerUnblocked), Level = LogLevel.Information, Message = "The broker takes messages again")]
    public static partial void BrokerUnblocked(this ILogger logger);
}
