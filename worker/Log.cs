using PlanetGraph.Batch.Ledger;

namespace PlanetGraph.Worker;

internal static partial class Log
{
    [LoggerMessage(EventId = 3000, EventName = "WaitsForRun", Level = LogLevel.Information, Message = "Waits for the publisher to open run {Run}, attempt {Attempt}")]
    public static partial void WaitsForRun(this ILogger log, string run, int attempt);

    [LoggerMessage(EventId = 3001, EventName = "RunHadEnded", Level = LogLevel.Information, Message = "Run {Run} has ended already: {State}")]
    public static partial void RunHadEnded(this ILogger log, string run, RunState state);

    [LoggerMessage(EventId = 3002, EventName = "Works", Level = LogLevel.Information, Message = "Works on run {Run}, {Concurrency} tasks at a time")]
    public static partial void Works(this ILogger log, string run, int concurrency);

    [LoggerMessage(EventId = 3003, EventName = "Terminated", Level = LogLevel.Information, Message = "Told to go before run {Run} had ended; what was in hand is settled or handed back")]
    public static partial void Terminated(this ILogger log, string run);

    [LoggerMessage(EventId = 3004, EventName = "TaskFaulted", Level = LogLevel.Error, Message = "Task {Task} stopped this worker: {Reason}")]
    public static partial void TaskFaulted(this ILogger log, long task, string reason);

    [LoggerMessage(EventId = 3005, EventName = "ReturnFailed", Level = LogLevel.Warning, Message = "Task {Task} could not be handed back; the broker does it when the connection is gone: {Reason}")]
    public static partial void ReturnFailed(this ILogger log, long task, string reason);
}
