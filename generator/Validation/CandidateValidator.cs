using PlanetGraph.Generator.Diagnostics;
using PlanetGraph.Generator.Helm;
using PlanetGraph.Generator.Rendering;
using PlanetGraph.Generator.Spec;

namespace PlanetGraph.Generator.Validation;

/// <summary>Everything that is checked about generated charts before a byte of them is written.</summary>
public sealed class CandidateValidator(HelmProgram helm)
{
    /// <param name="environment">Only this environment; null: all, and the defaults.</param>
    /// <returns>Notes on what was left out.</returns>
    /// <exception cref="ProblemsException">Something is wrong.</exception>
    public async Task<IReadOnlyList<string>> CheckAsync(
        Specification specification, GeneratedCharts charts, string? environment, CancellationToken cancellationToken)
    {
        if (environment is not null && specification.Environments.All(e => e.Name != environment))
        {
            throw new ProblemsException(new Problem(
                new("--env"), $"There is no environment `{environment}`.",
                $"Use one of: {string.Join(", ", specification.Environments.Select(e => e.Name))}; or make it with `env add`."));
        }

        var problems = specification.Charts.SelectMany(chart => ValueUsage.Check(chart, charts)).ToList();
        if (problems.Count > 0)
        {
            throw new ProblemsException(problems);
        }

        if (helm.Path is null)
        {
            return ["There is no helm on PATH: the templates were not rendered and their objects not checked (`eng/install-helm` fetches one)."];
        }

        problems.AddRange(await new CandidateRendering(helm).CheckAsync(specification, charts, environment, cancellationToken));
        return problems.Count == 0 ? [] : throw new ProblemsException(problems);
    }
}
