using System.Collections.Concurrent;
using PlanetGraph.Generator.Diagnostics;
using PlanetGraph.Generator.Helm;
using PlanetGraph.Generator.Rendering;
using PlanetGraph.Generator.Spec;

namespace PlanetGraph.Generator.Validation;

/// <summary>Renders the candidate charts with the real helm and checks the objects that come out.</summary>
internal sealed class CandidateRendering(HelmProgram helm, GeneratedCharts charts)
{
    private static readonly string[] KubeVersions = ["1.16.8", "1.36.0"];
    private readonly ConcurrentDictionary<string, RenderedObject> _known = new(StringComparer.Ordinal);

    /// <param name="environment">Only this environment; null: all.</param>
    public async Task<IReadOnlyList<Problem>> CheckAsync(Specification specification, string? environment, CancellationToken cancellationToken)
    {
        using var rendering = await ChartRendering.OfAsync(helm, charts, cancellationToken);
        var cases = from chart in specification.Charts
                    from name in specification.Environments.Select(e => e.Name).Where(name => environment is null || name == environment)
                    from version in KubeVersions
                    select (chart, name, version);
        var problems = new ConcurrentBag<Problem>();
        await Parallel.ForEachAsync(cases, cancellationToken, async (c, token) =>
        {
            var result = await rendering.RenderAsync(c.chart, c.name, c.version, token);
            foreach (var problem in Check(result, c.chart, c.version, $"environment {c.name}, Kubernetes {c.version}"))
            {
                problems.Add(problem);
            }
        });
        return [.. problems.DistinctBy(problem => (problem.Where, problem.What)).OrderBy(problem => problem.Where.ToString(), StringComparer.Ordinal)];
    }

    private IReadOnlyList<Problem> Check(HelmResult result, ChartSpec chart, string version, string situation)
    {
        if (result.ExitCode != 0)
        {
            return [HelmError.Locate(result.Error, chart.Name, charts, situation)];
        }

        try
        {
            return [.. ObjectRules.Breaches(RenderedManifest.Parse(result.Output, _known), Version.Parse(version)).Select(breach => new Problem(
                new(Source(breach.Object.Source)), $"{breach.Object} {breach.Reason} ({situation}).", "Correct the template."))];
        }
        catch (RenderedManifestException e)
        {
            return [new(new(Source(e.Template)), $"{e.Reason} ({situation}).", "Correct the template; each key once.")];
        }
    }

    private string Source(string path) => charts.Files.TryGetValue(path, out var file) ? file.Source : path;
}
