using Microsoft.Extensions.Logging;
using PlanetGraph.Batch.Ledger;

namespace PlanetGraph.Batch;

internal static partial class Log
{
    [LoggerMessage(100, LogLevel.Information, "Task {Task} needs nothing: {Outcome}", EventName = nameof(NotClaimed))]
    public static partial void NotClaimed(ILogger logger, long task, ClaimOutcome outcome);

    [LoggerMessage(101, LogLevel.Warning, "Task {Task} failed in attempt {Attempt}", EventName = nameof(AttemptFailed))]
    public static partial void AttemptFailed(ILogger logger, Exception failure, long task, int attempt);

    [LoggerMessage(102, LogLevel.Warning, "File {Path} cannot be done: {Reason}", EventName = nameof(FileFailed))]
    public static partial void FileFailed(ILogger logger, string path, string reason);

    [LoggerMessage(103, LogLevel.Warning, "Task {Task} was taken over by another worker; what was done of it is dropped", EventName = nameof(ClaimLost))]
    public static partial void ClaimLost(ILogger logger, long task);

    [LoggerMessage(104, LogLevel.Warning, "The parts of task {Task} are safe but could not be joined yet", EventName = nameof(AssemblyFailed))]
    public static partial void AssemblyFailed(ILogger logger, Exception failure, long task);

    [LoggerMessage(105, LogLevel.Information, "Part files that are not needed could not be deleted now", EventName = nameof(DropFailed))]
    public static partial void DropFailed(ILogger logger, Exception failure);

    [LoggerMessage(110, LogLevel.Information, "Chunk {Chunk} of {Path} is read again from byte {Start}: a quoted field spans its boundary, or its part was lost", EventName = nameof(ChunkReadAgain))]
    public static partial void ChunkReadAgain(ILogger logger, int chunk, string path, long start);

    [LoggerMessage(120, LogLevel.Warning, "The address service did not answer ({Cause}); asking again in {Delay}", EventName = nameof(ServiceRetry))]
    public static partial void ServiceRetry(ILogger logger, string cause, TimeSpan delay);
}
