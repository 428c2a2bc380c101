using System.IO.Hashing;
using System.Text;

namespace PlanetGraph.Batch.Tasks;

/// <summary>An input file as it was when it was listed. A file that differs when it is read has changed, and fails.</summary>
/// <param name="Path">Relative to the input folder, '/' between names, whatever the operating system.</param>
/// <param name="Length">Bytes.</param>
/// <param name="ModifiedMs">Last write, milliseconds since 1970 (UTC).</param>
public sealed record FileEntry(string Path, long Length, long ModifiedMs)
{
    /// <summary>The file's number in the ledger: a hash of its path, so that publishers number files without asking each other.</summary>
    public long Id => IdOf(Path);

    /// <inheritdoc cref="Id"/>
    public static long IdOf(string path) => (long)(XxHash64.HashToUInt64(Encoding.UTF8.GetBytes(path)) >> 1);
}
