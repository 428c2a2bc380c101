using System.Text;

namespace PlanetGraph.Standalone.Tests.Batch;

/// <summary>A file far bigger than the memory the program may use. Failing, big files would end in a killed pod.</summary>
public sealed class MemoryTests
{
    private static readonly Dictionary<string, string?> SmallHeap = new() { ["DOTNET_GCHeapHardLimit"] = "0x6000000" };

    [Fact]
    public async Task Batch_FileAndLineBiggerThanTheHeap_EndWell()
    {
        using var folder = new InputFolder();
        var row = Encoding.UTF8.GetBytes(new string('长', 1200) + "\n");
        await using (var big = File.Create(Path.Combine(folder.Input, "big.txt")))
        {
            for (var count = 0; count < 50_000; count++)
            {
                big.Write(row);
            }
        }

        await using (var line = File.Create(Path.Combine(folder.Input, "line.txt")))
        {
            var block = Encoding.ASCII.GetBytes(new string('x', 1 << 20));
            for (var count = 0; count < 200; count++)
            {
                line.Write(block);
            }

            line.Write("\n北京\n"u8);
        }

        await using var program = PlanetGraphProgram.Start(SmallHeap, "batch", "-i", folder.Input, "-o", folder.Output, "-p", "2");
        Assert.True(await program.EndAsync() == 0, program.Output.ToString());
        Assert.Equal(50_000, File.ReadLines(Path.Combine(folder.Output, "big.txt.errors.jsonl")).Count());
        Assert.Contains("the row is longer than 1 MiB", Assert.Single(folder.ResultLines("line.txt.errors.jsonl")));
        Assert.Equal(2, folder.ResultLines("line.txt.jsonl").Length);
        Assert.Contains("北京市", folder.ResultLines("line.txt.jsonl")[^1]);
    }
}
