using PlanetGraph.Batch.Formats;
using PlanetGraph.Batch.Tasks;

namespace PlanetGraph.Batch.Planning;

/// <summary>Cuts big files into chunks and packs small ones, so that neither one file nor two thousand need more round trips than work.</summary>
public static class TaskPlanner
{
    public static IReadOnlyList<PlannedTask> Plan(IEnumerable<FileEntry> files, PlanningOptions options)
    {
        var tasks = new List<PlannedTask>();
        var packBytes = Math.Min(options.PackBytes, options.ChunkBytes);
        var pack = new List<Chunk>();
        long packed = 0;
        foreach (var file in files)
        {
            if (file.Length > packBytes)
            {
                tasks.AddRange(Cut(file, options.ChunkBytes).Select(chunk => new PlannedTask([chunk])));
                continue;
            }

            if (pack.Count == options.PackFiles || (pack.Count > 0 && packed + file.Length > packBytes))
                Close();
            pack.Add(new Chunk(file, 0, 0, file.Length));
            packed += file.Length;
        }

        Close();
        return tasks;

        void Close()
        {
            if (pack.Count > 0)
                tasks.Add(new PlannedTask([.. pack]));
            pack.Clear();
            packed = 0;
        }
    }

    // Compressed files have no rows at known places: they stay whole.
    private static IEnumerable<Chunk> Cut(FileEntry file, long chunkBytes)
    {
        if (InputKind.Of(file.Path) is { IsCompressed: true })
            chunkBytes = file.Length;
        var index = 0;
        for (long offset = 0; offset < file.Length; offset += chunkBytes)
            yield return new Chunk(file, index++, offset, Math.Min(chunkBytes, file.Length - offset));
    }
}
