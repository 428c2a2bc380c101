using System.Globalization;

namespace PlanetGraph.E2E.Tests.Lab;

/// <summary>How long each step took on this cluster: a line a step in a file that <c>eng/e2e</c> prints. No test asserts any of it.</summary>
internal sealed class StepTimes(string repo)
{
    private readonly string _file = Path.Combine(repo, "artifacts/results/e2e-times.tsv");

    /// <summary>Does a step and notes its time.</summary>
    public async Task TimeAsync(string step, Func<Task> work)
    {
        var start = TimeProvider.System.GetTimestamp();
        await work();
        Note(step, TimeProvider.System.GetElapsedTime(start));
    }

    /// <summary>Notes the time of a step that something else measured.</summary>
    public void Note(string step, TimeSpan time)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
        File.AppendAllText(_file, string.Create(CultureInfo.InvariantCulture, $"{step}\t{time.TotalSeconds:0.0} s\n"));
    }
}
