using Microsoft.Extensions.Logging;

namespace PlanetGraph.Batch.Hosting;

internal static partial class Log
{
    [LoggerMessage(EventId = 1900, EventName = "WorkGaveUp", Level = LogLevel.Error, Message = "Ends with exit code {Code}: {Reason}")]
    public static partial void WorkGaveUp(this ILogger log, int code, string reason);

    [LoggerMessage(EventId = 1901, EventName = "WorkCrashed", Level = LogLevel.Critical, Message = "Crashed")]
    public static partial void WorkCrashed(this ILogger log, Exception fault);
}
