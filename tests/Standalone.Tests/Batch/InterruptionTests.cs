using CsCheck;
using PlanetGraph.Testing.Processes;

namespace PlanetGraph.Standalone.Tests.Batch;

/// <summary>However a run is stopped, the same command ends with the same bytes.</summary>
public sealed class InterruptionTests(UndisturbedRun undisturbed) : IClassFixture<UndisturbedRun>
{
    [Fact]
    public void Batch_Undisturbed_HasARowForEachRow()
    {
        var results = Path.Combine(undisturbed.Output, "大", "big.txt.jsonl");
        Assert.Equal(160_000, File.ReadLines(results).Count());
        Assert.Contains($"文三路{39_999}号", File.ReadLines(results).Last());
        Assert.True(File.Exists(Path.Combine(undisturbed.Output, "_SUCCESS")));
    }

    [Fact]
    public async Task Batch_KilledAtRandomPoints_EndsWithTheSameBytes()
    {
        using var folder = new TemporaryFolder("killed");
        var output = folder["out"];
        foreach (var files in Gen.Int[0, 14].Array[4].Single())
        {
            await using var program = PlanetGraphProgram.Start("batch", "-i", undisturbed.Input, "-o", output);
            await Eventually.HoldsAsync(() => program.HasExited || Count(output) >= files, $"{files} files in {output}", TimeSpan.FromMinutes(3), cancel: TestContext.Current.CancellationToken);
            if (!program.HasExited)
            {
                await program.KillAsync();
            }
        }

        await EndsAsUndisturbedAsync(output);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Batch_AskedToStop_Exits143AndGoesOnLater(bool interrupt)
    {
        using var folder = new TemporaryFolder("stopped");
        var output = folder["out"];
        await using (var program = PlanetGraphProgram.Start("batch", "-i", undisturbed.Input, "-o", output))
        {
            await Eventually.HoldsAsync(() => program.HasExited || Count(output) >= 2, "the run writes", TimeSpan.FromMinutes(3), cancel: TestContext.Current.CancellationToken);
            if (interrupt)
            {
                Signal.Interrupt(program.Id);
            }
            else
            {
                program.Terminate();
            }

            Assert.Equal(143, await program.EndAsync());
            Assert.Contains("the same command goes on", program.Output.ToString());
            Assert.False(File.Exists(Path.Combine(output, "_SUCCESS")));
        }

        await EndsAsUndisturbedAsync(output);
    }

    [Fact]
    public async Task Batch_SecondRunIntoTheSameFolder_IsRefusedAndHarmsNothing()
    {
        using var folder = new TemporaryFolder("two");
        var output = folder["out"];
        await using var first = PlanetGraphProgram.Start("batch", "-i", undisturbed.Input, "-o", output);
        await Eventually.HoldsAsync(() => first.HasExited || Count(output) >= 1, "the first run writes", TimeSpan.FromMinutes(3), cancel: TestContext.Current.CancellationToken);
        first.Freeze();
        var (code, said) = await PlanetGraphProgram.RunAsync("batch", "-i", undisturbed.Input, "-o", output);
        first.Continue();
        Assert.Equal(2, code);
        Assert.Contains("another run is writing to", said);
        Assert.Equal(0, await first.EndAsync());
        Assert.Equal(InputFolder.ResultsOf(undisturbed.Output), InputFolder.ResultsOf(output));
    }

    [Fact]
    public async Task Batch_SameCommandAfterTheEnd_ChangesNothing()
    {
        var before = Directory.GetLastWriteTimeUtc(Path.Combine(undisturbed.Output, "manifest.json"));
        var (code, said) = await PlanetGraphProgram.RunAsync("batch", "-i", undisturbed.Input, "-o", undisturbed.Output);
        Assert.Equal(0, code);
        Assert.Contains("there is nothing left to do", said);
        Assert.Equal(before, Directory.GetLastWriteTimeUtc(Path.Combine(undisturbed.Output, "manifest.json")));
    }

    [Fact]
    public async Task Batch_OtherSettingsIntoTheSameFolder_IsRefused()
    {
        var (code, said) = await PlanetGraphProgram.RunAsync("batch", "-i", undisturbed.Input, "-o", undisturbed.Output, "-f", "csv");
        Assert.Equal(2, code);
        Assert.Contains("choose another folder", said);
    }

    [Fact]
    public async Task Batch_FullDisk_Exits3AndGoesOnWhenThereIsRoom()
    {
        using var folder = new TemporaryFolder("full");
        var script = $$"""
            set -e
            mount -t tmpfs -o size=8m tmpfs "{{folder.Path}}"
            program() { dotnet "{{Path.Combine(AppContext.BaseDirectory, "planet-graph.dll")}}" batch -i "{{undisturbed.Input}}" -o "{{folder["out"]}}"; }
            code=0; program || code=$?
            echo "first: $code"
            ls "{{folder["out"]}}"/manifest.json 2>/dev/null && echo "a manifest on a full disk"
            mount -o remount,size=400m "{{folder.Path}}"
            program; echo "second: $?"
            cp -r "{{folder["out"]}}" "{{undisturbed.Scratch("full")}}"
            """;
        await using var shell = ProgramProcess.Start("full disk", "unshare", ["--map-root-user", "--mount", "bash", "-c", script]);
        await shell.EndAsync();
        var said = shell.Output.ToString();
        Assert.Contains("first: 3", said);
        Assert.Contains("is full", said);
        Assert.Contains("second: 0", said);
        Assert.DoesNotContain("a manifest on a full disk", said);
        Assert.Equal(InputFolder.ResultsOf(undisturbed.Output), InputFolder.ResultsOf(undisturbed.Scratch("full")));
    }

    private static int Count(string output) => Directory.Exists(output) ? Directory.EnumerateFiles(output, "*", SearchOption.AllDirectories).Count(path => !path.Contains("/.planet-graph/")) : 0;

    private async Task EndsAsUndisturbedAsync(string output)
    {
        var (code, said) = await PlanetGraphProgram.RunAsync("batch", "-i", undisturbed.Input, "-o", output);
        Assert.True(code == 0, said);
        Assert.Equal(InputFolder.ResultsOf(undisturbed.Output), InputFolder.ResultsOf(output));
    }
}
