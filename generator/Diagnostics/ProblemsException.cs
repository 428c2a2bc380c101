namespace PlanetGraph.Generator.Diagnostics;

/// <summary>The specification or what comes of it is wrong; nothing has been written. Its message lists every problem.</summary>
public sealed class ProblemsException(IReadOnlyList<Problem> problems) : Exception(string.Join('\n', problems))
{
    public ProblemsException(Problem problem)
        : this([problem])
    {
    }

    public IReadOnlyList<Problem> Problems { get; } = problems;
}
