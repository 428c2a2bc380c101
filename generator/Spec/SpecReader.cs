using PlanetGraph.Generator.Diagnostics;

namespace PlanetGraph.Generator.Spec;

/// <summary>Reads generator/spec: environments.yaml, shared.yaml and one file per chart.</summary>
public static class SpecReader
{
    private const string SharedFile = "shared.yaml";
    private const string EnvironmentsFile = "environments.yaml";

    /// <param name="folder">The folder with the specification.</param>
    /// <exception cref="ProblemsException">Something in it is wrong.</exception>
    public static Specification Read(string folder)
    {
        if (!File.Exists(Path.Combine(folder, SharedFile)))
        {
            throw new ProblemsException(new Problem(
                new(folder), $"There is no {SharedFile} in it.", "Run from the repository's root, or give the folder with --source."));
        }

        var environments = ReadEnvironments(Open(folder, EnvironmentsFile));
        var shared = Open(folder, SharedFile);
        shared.Entries("values", "traits");
        var traits = shared.Need("traits").Entries().ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);
        var charts = Directory.EnumerateFiles(folder, "*.yaml")
            .Select(path => Path.GetFileName(path)!)
            .Where(name => name is not (SharedFile or EnvironmentsFile))
            .OrderBy(name => Path.GetFileNameWithoutExtension(name), StringComparer.Ordinal)
            .Select(name => ChartReader.Read(Open(folder, name), shared.Need("values"), traits))
            .ToList();
        var specification = new Specification(charts, environments);
        var problems = SpecValidator.Check(specification).Distinct().ToList();
        return problems.Count == 0 ? specification : throw new ProblemsException(problems);
    }

    private static SpecNode Open(string folder, string name)
        => SpecNode.Load(Path.Combine(folder, name), $"{Path.GetFileName(Path.TrimEndingDirectorySeparator(folder))}/{name}");

    private static List<EnvironmentSpec> ReadEnvironments(SpecNode root)
    {
        var environments = new List<EnvironmentSpec>();
        foreach (var (name, node) in root.Need("environments").Entries())
        {
            node.Entries("description", "from");
            environments.Add(new(name, node.Need("description").Text(), node.Find("from")?.Text(), node.Where));
        }

        return environments;
    }
}
