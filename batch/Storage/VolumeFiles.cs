using System.Runtime.InteropServices;

namespace PlanetGraph.Batch.Storage;

/// <summary>What the volume storages have in common: errors in words, and making a folder's names durable.</summary>
internal static partial class VolumeFiles
{
    private const int DirectoryOnly = 0x10000;
    private const int DiskFull = 28;
    private const int QuotaReached = 122;

    public static long ModifiedMs(DateTime utc) => new DateTimeOffset(utc, TimeSpan.Zero).ToUnixTimeMilliseconds();

    public static bool IsFailure(Exception exception) => exception is IOException or UnauthorizedAccessException;

    public static StorageException Explain(string what, Exception failure) => failure switch
    {
        FileNotFoundException or DirectoryNotFoundException => new StorageException($"{what}: it is not there", failure) { IsMissing = true },
        UnauthorizedAccessException => new StorageException($"{what}: no permission ({failure.Message})", failure),
        IOException { HResult: DiskFull or QuotaReached } => new StorageException($"{what}: the disk is full", failure) { IsTransient = true, IsFull = true },
        _ => new StorageException($"{what}: {failure.Message}", failure) { IsTransient = true },
    };

    /// <summary>A rename survives a power failure only after its folder was synced. Where folders cannot be opened (not Linux), the rename has to do.</summary>
    public static void SyncFolder(string folder)
    {
        if (!OperatingSystem.IsLinux())
            return;
        var descriptor = Open(folder, DirectoryOnly);
        if (descriptor < 0)
            throw new IOException($"cannot open the folder '{folder}' to sync it: {Marshal.GetLastPInvokeErrorMessage()}");
        var synced = Sync(descriptor);
        var message = Marshal.GetLastPInvokeErrorMessage();
        _ = Close(descriptor);
        if (synced < 0)
            throw new IOException($"cannot sync the folder '{folder}': {message}");
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Sync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);
}
