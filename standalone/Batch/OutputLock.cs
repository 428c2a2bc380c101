namespace PlanetGraph.Standalone.Batch;

/// <summary>
/// Keeps a second run out of the same output folder. The lock is the operating system's on an open file, so that it is gone
/// with the process, however that ends.
/// </summary>
internal sealed class OutputLock : IDisposable
{
    private readonly FileStream _file;

    private OutputLock(FileStream file) => _file = file;

    /// <summary>Takes the lock, or returns null when another process has it.</summary>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    /// <exception cref="IOException">The disk is full or broken.</exception>
    public static OutputLock? TryTake(string stateFolder)
    {
        Directory.CreateDirectory(stateFolder);
        try
        {
            return new OutputLock(new FileStream(Path.Combine(stateFolder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e) when ((e.HResult & 0xFFFF) is 11 or 32)
        {
            // EWOULDBLOCK (Unix) or a sharing violation (Windows): somebody holds it. Anything else is another fault.
            return null;
        }
    }

    public void Dispose() => _file.Dispose();
}
