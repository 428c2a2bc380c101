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
        var found = new ConcurrentBag<(Problem Problem, string Situation)>();
        await Parallel.ForEachAsync(cases, cancellationToken, async (c, token) =>
        {
            var result = await rendering.RenderAsync(c.chart, c.name, c.version, token);
            foreach (var problem in Check(result, c.chart, c.version))
            {
                found.Add((problem, $"environment {c.name}, Kubernetes {c.version}"));
            }
        });
        return [.. found.GroupBy(entry => entry.Problem, entry => entry.Situation)
            .Select(group => group.Key with { What = $"{group.Key.What} ({Say([.. group.Order(StringComparer.Ordinal)])})." })
            .OrderBy(problem => problem.ToString(), StringComparer.Ordinal)];
    }

    private static string Say(IReadOnlyList<string> situations)
        => situations.Count == 1 ? situations[0] : $"{situations[0]}, and {situations.Count - 1} more";

    private IReadOnlyList<Problem> Check(HelmResult result, ChartSpec chart, string version)
    {
        if (result.ExitCode != 0)
        {
            return [HelmError.Locate(result.Error, chart.Name, charts)];
        }

        try
        {
            return [.. ObjectRules.Breaches(RenderedManifest.Parse(result.Output, _known), Version.Parse(version)).Select(breach => new Problem(
                Locate(breach.Item.Source, breach.Word), $"{breach.Item} {breach.Reason}", "Correct the template."))];
        }
        catch (RenderedManifestException e)
        {
            return [new(Locate(e.Template, null), e.Reason, "Correct the template; each key once.")];
        }
    }

    private SourceLocation Locate(string template, string? word) => charts.Files.TryGetValue(template, out var file)
        ? word is null ? new(file.Source) : TemplatePlace.OfWord(file, word)
        : new(template);
}
