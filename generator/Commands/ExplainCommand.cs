using Cocona;
using PlanetGraph.Generator.Rendering;
using PlanetGraph.Generator.Spec;

namespace PlanetGraph.Generator.Commands;

internal sealed class ExplainCommand
{
    [Command("explain", Description = "Tell all about a value: type, default, environments, where it is declared, how it is set")]
    [Example("eng/generator explain replicas")]
    [Example("eng/generator explain mysql.persistence")]
    [ExitCodes("0 found, 2 there is no such value")]
    public static int Run(SourceOptions options, [Argument(Description = "Key of a value, or the beginning of several")] string value)
    {
        var specification = SpecReader.Read(options.Spec);
        var found = specification.Charts
            .SelectMany(chart => chart.Values.Select(spec => (Chart: chart, Value: spec)))
            .Where(entry => entry.Value.Key == value || entry.Value.Key.StartsWith(value + ".", StringComparison.Ordinal))
            .ToList();
        if (found.Count == 0)
        {
            var near = specification.Charts.SelectMany(chart => chart.Values).Select(spec => spec.Key).Distinct(StringComparer.Ordinal)
                .Where(key => key.Contains(value.Split('.')[^1], StringComparison.OrdinalIgnoreCase)
                    || key.StartsWith(value.Split('.')[0] + ".", StringComparison.OrdinalIgnoreCase)).Take(8);
            Console.Error.WriteLine($"No chart has a value `{value}`. Near it: {string.Join(", ", near)}.");
            return ExitCode.Refused;
        }

        foreach (var (chart, spec) in found)
        {
            Console.WriteLine($"{spec.Key}  ({chart.Name}, since {spec.Since})");
            Console.WriteLine($"  {spec.Description}");
            Console.WriteLine($"  type       {ValuesFile.TypeOf(spec)}{(spec.Pattern is { } pattern ? $", matching {pattern}" : "")}");
            Console.WriteLine($"  default    {YamlText.Flow(spec.Default)}");
            foreach (var environment in specification.Environments)
            {
                if (specification.TryOverride(spec, environment.Name, out var given))
                {
                    Console.WriteLine($"  {environment.Name,-10} {YamlText.Flow(given)}");
                }
            }

            Console.WriteLine($"  declared   {options.Source}/{spec.Where}");
            Console.WriteLine($"  example    helm upgrade {chart.Install.Release} ./charts/{chart.Name} --reuse-values --set {spec.Key}={Example(spec)}");
        }

        return ExitCode.Ok;
    }

    private static string Example(ValueSpec spec) => spec switch
    {
        { Examples: [var example, ..] } => YamlText.Flow(example).Trim('"'),
        { Choices.Count: > 0 } => spec.Choices.First(choice => choice.Length > 0 && choice != spec.Default as string),
        { Default: string { Length: > 0 } or long or bool } => YamlText.Flow(spec.Default).Trim('"'),
        _ => "…",
    };
}
