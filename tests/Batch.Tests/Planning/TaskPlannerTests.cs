using CsCheck;
using PlanetGraph.Batch.Planning;
using PlanetGraph.Batch.Tasks;

namespace PlanetGraph.Batch.Tests.Planning;

public sealed class TaskPlannerTests
{
    // A byte that no chunk owns is a row that is lost; one that two own is a row twice.
    [Fact]
    public void Plan_AnyFiles_CoversEachByteOnce() =>
        Gen.Select(Gen.Long[0, 5000].Array[0, 40], Gen.Long[1, 900], Gen.Long[0, 2000], Gen.Int[1, 8]).Sample((lengths, chunkBytes, packBytes, packFiles) =>
        {
            var files = lengths.Select((length, index) => new FileEntry($"{index}.txt", length, 0)).ToList();
            var tasks = TaskPlanner.Plan(files, new PlanningOptions { ChunkBytes = chunkBytes, PackBytes = packBytes, PackFiles = packFiles });
            Assert.All(tasks, task => Assert.InRange(task.Chunks.Count, 1, packFiles));
            Assert.All(tasks, task => Assert.InRange(task.Chunks.Sum(chunk => chunk.Length), 0, chunkBytes));
            foreach (var file in files)
            {
                var chunks = tasks.SelectMany(task => task.Chunks).Where(chunk => chunk.File == file).OrderBy(chunk => chunk.Index).ToList();
                Assert.Equal(Enumerable.Range(0, chunks.Count), chunks.Select(chunk => chunk.Index));
                Assert.Equal(chunks.Select(chunk => chunk.Offset), chunks.Select(chunk => chunk.End).Prepend(0).SkipLast(1));
                Assert.Equal(file.Length, chunks[^1].End);
            }
        });

    [Fact]
    public void Plan_CompressedFile_StaysWhole()
    {
        var task = Assert.Single(TaskPlanner.Plan([new FileEntry("a.csv.gz", 100L << 20, 0)], new PlanningOptions()));
        Assert.True(Assert.Single(task.Chunks).IsWholeFile);
    }

    [Fact]
    public void Plan_TwoThousandSmallFiles_AreFewTasks() =>
        Assert.Equal(63, TaskPlanner.Plan(Enumerable.Range(0, 2000).Select(file => new FileEntry($"{file}.txt", 5000, 0)), new PlanningOptions()).Count);
}
