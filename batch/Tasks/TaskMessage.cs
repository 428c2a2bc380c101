using System.Text.Json;

namespace PlanetGraph.Batch.Tasks;

/// <summary>What the broker carries. The ledger is the truth about a task; the paths are here for the people who look into a queue.</summary>
/// <param name="Run">The run's id.</param>
/// <param name="Task">The task's number in the run.</param>
/// <param name="Chunks">What the task covers.</param>
public sealed record TaskMessage(string Run, long Task, IReadOnlyList<TaskChunk> Chunks)
{
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, TaskJson.Default.TaskMessage);

    /// <exception cref="JsonException">The bytes are no task message.</exception>
    public static TaskMessage FromJson(ReadOnlySpan<byte> utf8)
    {
        var message = JsonSerializer.Deserialize(utf8, TaskJson.Default.TaskMessage);
        return message is { Run: not null, Chunks: not null } ? message : throw new JsonException("a task message needs run, task and chunks");
    }
}

/// <summary>A chunk as a message names it.</summary>
public sealed record TaskChunk(string Path, long Offset, long Length);
