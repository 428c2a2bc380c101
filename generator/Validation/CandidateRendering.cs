using System.Collections.Concurrent;
using PlanetGraph.Generator.Diagnostics;
using PlanetGraph.Generator.Helm;
using PlanetGraph.Generator.Rendering;
using PlanetGraph.Generator.Spec;

namespace PlanetGraph.Generator.Validation;

/// <summary>Renders the candidate charts with the real helm, from a temporary folder, and checks the objects that come out.</summary>
internal sealed class CandidateRendering(HelmProgram helm)
{
    private static readonly string[] KubeVersions = ["1.16.8", "1.36.0"];
    private readonly ConcurrentDictionary<string, RenderedObject> _known = new(StringComparer.Ordinal);

    public async Task<IReadOnlyList<Problem>> CheckAsync(
        Specification specification, GeneratedCharts charts, string? environment, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("planet-graph-charts-").FullName;
        try
        {
            foreach (var file in charts.Files.Values)
            {
                var path = Path.Combine(folder, file.Path);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                await File.WriteAllTextAsync(path, file.Text, cancellationToken);
            }

            var cases = from chart in specification.Charts
                        from name in specification.Environments.Select(e => e.Name).Where(name => environment is null || name == environment)
                        from version in KubeVersions
                        select (chart, name, version);
            var problems = new ConcurrentBag<Problem>();
            await Parallel.ForEachAsync(cases, cancellationToken, async (c, token) =>
            {
                foreach (var problem in await RenderAsync(folder, c.chart, c.name, c.version, charts, token))
                {
                    problems.Add(problem);
                }
            });
            return [.. problems.DistinctBy(problem => (problem.Where, problem.What)).OrderBy(problem => problem.Where.ToString(), StringComparer.Ordinal)];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<IReadOnlyList<Problem>> RenderAsync(
        string folder, ChartSpec chart, string environment, string version, GeneratedCharts charts, CancellationToken cancellationToken)
    {
        List<string> arguments =
        [
            "template", "check", Path.Combine(folder, chart.Name), "--namespace", "check",
            "--values", Path.Combine(folder, chart.Name, $"values-{environment}.yaml"), "--kube-version", version,
        ];
        if (chart.Values.Any(value => value.Key == "inputDataPath"))
        {
            arguments.AddRange(["--set", "inputDataPath=check"]);
        }

        var result = await helm.RunAsync(arguments, cancellationToken);
        if (result.ExitCode != 0)
        {
            return [HelmError.Locate(result.Error, chart.Name, charts, $"environment {environment}, Kubernetes {version}")];
        }

        var situation = $"environment {environment}, Kubernetes {version}";
        try
        {
            return [.. ObjectRules.Breaches(RenderedManifest.Parse(result.Output, _known), Version.Parse(version)).Select(breach => new Problem(
                new(Source(charts, breach.Object.Source)), $"{breach.Object} {breach.Reason} ({situation}).", "Correct the template."))];
        }
        catch (RenderedManifestException e)
        {
            return [new(new(Source(charts, e.Template)), $"{e.Reason} ({situation}).", "Correct the template; each key once.")];
        }
    }

    private static string Source(GeneratedCharts charts, string path) => charts.Files.TryGetValue(path, out var file) ? file.Source : path;
}
