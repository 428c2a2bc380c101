using PlanetGraph.Generator.Rendering;
using PlanetGraph.Generator.Spec;

namespace PlanetGraph.Generator.Tests.Charts;

/// <summary>The repository that the tests were built from, and its charts as the generator makes them now.</summary>
internal static class Repository
{
    private static readonly Lazy<Specification> Read = new(() => SpecReader.Read(Path.Combine(Root!, "generator/spec")));
    private static readonly Lazy<GeneratedCharts> Built = new(() => new ChartBuilder(Path.Combine(Root!, "generator")).Build(Read!.Value));

    public static string Root { get; } = Find();

    public static Specification Specification => Read.Value;

    public static GeneratedCharts Charts => Built.Value;

    public static string[] Environments => [.. Specification.Environments.Select(e => e.Name)];

    public static ChartSpec Chart(string name) => Specification.Charts.Single(chart => chart.Name == name);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PlanetGraph.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside of the repository.");
    }
}
