using Cocona;
using PlanetGraph.Generator.Diagnostics;
using PlanetGraph.Generator.Spec;

namespace PlanetGraph.Generator.Commands;

internal sealed class EnvironmentCommand
{
    [Command("add", Description = "Add an environment to the specification that starts from another one's figures")]
    [Example("eng/generator env add customer-a --from prod --description \"Customer A, two sites.\"")]
    [ExitCodes("0 added, 2 the name is taken or no name, or there is no such environment to start from")]
    public static async Task<int> AddAsync(
        SourceOptions options,
        [Argument(Description = "Name of the new environment: small letters, digits, dashes")] string name,
        [Option("from", Description = "Environment whose figures it starts from")] string from,
        [Option("description", Description = "What it is for")] string? description = null)
    {
        var specification = SpecReader.Read(options.Spec);
        if (specification.Environments.Any(e => e.Name == name))
        {
            throw new ProblemsException(new Problem(
                new(Path.Combine(options.Spec, "environments.yaml")), $"The environment `{name}` is there already.", "Choose another name, or edit it."));
        }

        var path = Path.Combine(options.Spec, "environments.yaml");
        var before = await File.ReadAllTextAsync(path);
        var text = $"{before.TrimEnd('\n')}\n  {name}:\n    description: \"{(description ?? $"As {from}.").Replace("\"", "'", StringComparison.Ordinal)}\"\n    from: {from}\n";
        await WriteAsync(path, text);
        try
        {
            SpecReader.Read(options.Spec);
        }
        catch (ProblemsException)
        {
            await WriteAsync(path, before);
            throw;
        }

        Console.WriteLine($"{path}: environment {name}, from {from}. What differs goes to the values as `environments: {{ {name}: … }}`; then `make chart`.");
        return ExitCode.Ok;
    }

    private static async Task WriteAsync(string path, string text)
    {
        await File.WriteAllTextAsync(path + ".tmp", text);
        File.Move(path + ".tmp", path, overwrite: true);
    }
}
