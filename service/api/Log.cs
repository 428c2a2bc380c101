namespace PlanetGraph.Service;

/// <summary>Everything the service logs.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Data {Path}, checksum {Checksum}, {Source}, {Villages} villages", EventName = nameof(DataOpened))]
    public static partial void DataOpened(ILogger logger, string path, string checksum, string source, int villages);

    [LoggerMessage(2, LogLevel.Information, "Licence file {State} ({Path}); the open service runs either way", EventName = nameof(Licence))]
    public static partial void Licence(ILogger logger, string state, string path);

    [LoggerMessage(3, LogLevel.Warning, "{Origin}: {Key} is a key of the closed original and means nothing here", EventName = nameof(SettingWithoutEffect))]
    public static partial void SettingWithoutEffect(ILogger logger, string key, string origin);

    [LoggerMessage(4, LogLevel.Information, "Stopping: not ready from now on, requests are still taken for {Delay}", EventName = nameof(Draining))]
    public static partial void Draining(ILogger logger, TimeSpan delay);

    [LoggerMessage(5, LogLevel.Error, "Entry {Index} of a request could not be standardized; its neighbours were", EventName = nameof(EntryFailed))]
    public static partial void EntryFailed(ILogger logger, int index, Exception exception);

    [LoggerMessage(20, LogLevel.Information, "Dictionary in use: {Entries} rows, {Rejected} left out, {Milliseconds} ms, from {Sources}", EventName = nameof(DictionaryLoaded))]
    public static partial void DictionaryLoaded(ILogger logger, int entries, int rejected, long milliseconds, string sources);

    [LoggerMessage(21, LogLevel.Warning, "{Source}: {Reason}", EventName = nameof(DictionaryRowRejected))]
    public static partial void DictionaryRowRejected(ILogger logger, string source, string reason);

    [LoggerMessage(22, LogLevel.Warning, "{Count} more rows of the dictionary were left out", EventName = nameof(DictionaryRowsRejected))]
    public static partial void DictionaryRowsRejected(ILogger logger, int count);

    [LoggerMessage(23, LogLevel.Error, "{Fault} The {Entries} rows read before stay in use; it is tried again", EventName = nameof(DictionaryUnreadable))]
    public static partial void DictionaryUnreadable(ILogger logger, string fault, int entries);
}
