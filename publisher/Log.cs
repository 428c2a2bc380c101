using System.Net;
using PlanetGraph.Batch.Ledger;
using PlanetGraph.Publisher.Cluster;

namespace PlanetGraph.Publisher;

internal static partial class Log
{
    [LoggerMessage(EventId = 2000, EventName = "RunOpened", Level = LogLevel.Information, Message = "Run {Run} is {State}")]
    public static partial void RunOpened(this ILogger log, string run, RunState state);

    [LoggerMessage(EventId = 2001, EventName = "RunReopened", Level = LogLevel.Information, Message = "Run {Run} is opened again (attempt {Attempt}): {Files} failed files are to do")]
    public static partial void RunReopened(this ILogger log, string run, int attempt, int files);

    [LoggerMessage(EventId = 2002, EventName = "Listed", Level = LogLevel.Information, Message = "Share {Shard} of {Shards} is listed: {Tasks} tasks published")]
    public static partial void Listed(this ILogger log, int shard, int shards, long tasks);

    [LoggerMessage(EventId = 2003, EventName = "TasksLapsed", Level = LogLevel.Warning, Message = "{Tasks} tasks wait again: their workers let the lease pass")]
    public static partial void TasksLapsed(this ILogger log, int tasks);

    [LoggerMessage(EventId = 2004, EventName = "TasksLost", Level = LogLevel.Warning, Message = "The broker no longer has {Tasks} tasks that it had confirmed")]
    public static partial void TasksLost(this ILogger log, int tasks);

    [LoggerMessage(EventId = 2005, EventName = "TasksPublishedAgain", Level = LogLevel.Information, Message = "{Tasks} tasks published")]
    public static partial void TasksPublishedAgain(this ILogger log, long tasks);

    [LoggerMessage(EventId = 2006, EventName = "RunEnded", Level = LogLevel.Information, Message = "Run {Run} ended, {State}: {Done} files done, {Failed} failed, {Rows} rows, {Errors} with an error")]
    public static partial void RunEnded(this ILogger log, string run, RunState state, long done, long failed, long rows, long errors);

    [LoggerMessage(EventId = 2010, EventName = "RecordWritten", Level = LogLevel.Information, Message = "ConfigMap {Name} says: {State}")]
    public static partial void RecordWritten(this ILogger log, string name, string state);

    [LoggerMessage(EventId = 2011, EventName = "JobGone", Level = LogLevel.Warning, Message = "Job {Name} is gone already")]
    public static partial void JobGone(this ILogger log, string name);

    [LoggerMessage(EventId = 2012, EventName = "ObjectOwned", Level = LogLevel.Debug, Message = "{Item} goes with Job {Job}")]
    public static partial void ObjectOwned(this ILogger log, OwnedObject item, string job);

    [LoggerMessage(EventId = 2013, EventName = "ObjectNotOwned", Level = LogLevel.Warning, Message = "{Item} does not go with the Job: {Reason}")]
    public static partial void ObjectNotOwned(this ILogger log, OwnedObject item, HttpStatusCode reason);

    [LoggerMessage(EventId = 2014, EventName = "JobDeleted", Level = LogLevel.Information, Message = "Job {Name} deleted, and with it what it owns")]
    public static partial void JobDeleted(this ILogger log, string name);

    [LoggerMessage(EventId = 2015, EventName = "JobTriesNoMore", Level = LogLevel.Information, Message = "Job {Name} tries no more pods: its run did not end well")]
    public static partial void JobTriesNoMore(this ILogger log, string name);

    [LoggerMessage(EventId = 2016, EventName = "ClusterRefused", Level = LogLevel.Warning, Message = "The cluster did not {What}, the run goes on without: {Reason}")]
    public static partial void ClusterRefused(this ILogger log, string what, string reason);

    [LoggerMessage(EventId = 2020, EventName = "ProgressFailed", Level = LogLevel.Warning, Message = "Progress could not be read: {Reason}")]
    public static partial void ProgressFailed(this ILogger log, string reason);
}
