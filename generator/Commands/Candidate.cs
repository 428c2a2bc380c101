using PlanetGraph.Generator.Output;
using PlanetGraph.Generator.Rendering;
using PlanetGraph.Generator.Spec;

namespace PlanetGraph.Generator.Commands;

/// <summary>The charts as the sources make them now, and what differs from them on disk.</summary>
/// <param name="Changes">Without the files of others, which are nobody's concern.</param>
internal sealed record Candidate(Specification Specification, GeneratedCharts Charts, IReadOnlyList<Change> Changes)
{
    /// <exception cref="Diagnostics.ProblemsException">The sources are wrong.</exception>
    public static Candidate Of(SourceOptions options)
    {
        var specification = SpecReader.Read(options.Spec);
        var charts = new ChartBuilder(options.Source).Build(specification);
        return new(specification, charts, [.. new ChartFolder(options.Out).Compare(charts).Where(change => change.Kind != ChangeKind.Foreign)]);
    }

    /// <summary>Prints every change as a unified diff.</summary>
    /// <returns>The exit code: 0 nothing differs, 2 something does.</returns>
    public int PrintDifference(string folder)
    {
        foreach (var change in Changes)
        {
            Console.Write(UnifiedDiff.Of($"{folder}/{change.Path}", change.Current, change.Generated));
        }

        return Changes.Count == 0 ? ExitCode.Ok : ExitCode.Refused;
    }
}
