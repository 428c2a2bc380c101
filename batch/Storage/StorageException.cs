namespace PlanetGraph.Batch.Storage;

/// <summary>The storage did not do what it was asked. The message names the path and the cause.</summary>
public class StorageException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Trying again later may help (a full disk, a server away); a permission does not come by itself.</summary>
    public bool IsTransient { get; init; }

    /// <summary>The disk is full: no task can go on, so none of them is to blame.</summary>
    public bool IsFull { get; init; }

    /// <summary>There is no such file.</summary>
    public bool IsMissing { get; init; }
}
