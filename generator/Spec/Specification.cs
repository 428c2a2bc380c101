using PlanetGraph.Generator.Diagnostics;

namespace PlanetGraph.Generator.Spec;

/// <summary>Everything under generator/spec.</summary>
public sealed record Specification(IReadOnlyList<ChartSpec> Charts, IReadOnlyList<EnvironmentSpec> Environments)
{
    /// <exception cref="ProblemsException">There is no environment of this name.</exception>
    public EnvironmentSpec Need(string environment) => Environments.FirstOrDefault(e => e.Name == environment)
        ?? throw new ProblemsException(new Problem(
            new("--env"), $"There is no environment `{environment}`.",
            $"Use one of: {string.Join(", ", Environments.Select(e => e.Name))}; or make it with `env add`."));

    /// <summary>The value an environment gives, its own or that of the environment it comes from; false when it has the default.</summary>
    public bool TryOverride(ValueSpec value, string environment, out object? result)
    {
        for (var name = environment; name is not null; name = Environments.FirstOrDefault(e => e.Name == name)?.From)
        {
            if (value.Environments.TryGetValue(name, out result))
            {
                return true;
            }
        }

        result = null;
        return false;
    }
}
