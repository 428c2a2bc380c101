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
        if (environment is not null)
        {
            specification.Need(environment);
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

        problems.AddRange(await new CandidateRendering(helm, charts).CheckAsync(specification, environment, cancellationToken));
        return problems.Count == 0 ? [] : throw new ProblemsException(problems);
    }
}
