using PlanetGraph.Generator.Diagnostics;
using PlanetGraph.Generator.Output;
using PlanetGraph.Generator.Spec;

namespace PlanetGraph.Generator.Rendering;

/// <summary>Makes all files of the charts in memory: the same specification and templates give the same bytes.</summary>
public sealed class ChartBuilder
{
    private const string Root = "root/";
    private readonly TemplateEngine _engine = new();
    private readonly TemplateSource _source;
    private readonly string _folder;

    /// <param name="folder">The folder with spec/ and templates/.</param>
    public ChartBuilder(string folder)
    {
        _folder = folder;
        _source = new(Path.Combine(folder, "templates"));
    }

    public GeneratedCharts Build(Specification specification)
    {
        var files = new SortedDictionary<string, GeneratedFile>(StringComparer.Ordinal);
        foreach (var chart in specification.Charts)
        {
            foreach (var file in BuildChart(chart, specification))
            {
                files.Add(file.Path, file);
            }
        }

        return new(files, SourceFingerprint.Of(_folder));
    }

    private IEnumerable<GeneratedFile> BuildChart(ChartSpec chart, Specification specification)
    {
        var model = TemplateModel.Of(chart, specification.Environments);
        model["value_table"] = ReadmeTable.Of(chart);
        yield return new($"{chart.Name}/Chart.yaml", ChartFile.Of(chart), "spec");
        yield return new($"{chart.Name}/values.yaml", ValuesFile.Defaults(chart), "spec");
        yield return new($"{chart.Name}/values.schema.json", SchemaFile.Of(chart), "spec");
        foreach (var environment in specification.Environments)
        {
            yield return new($"{chart.Name}/values-{environment.Name}.yaml", ValuesFile.Environment(chart, specification, environment), "spec");
        }

        foreach (var (path, text, shown) in _source.Below("shared/chart").Concat(_source.Below(chart.Name)))
        {
            var target = path.StartsWith(Root, StringComparison.Ordinal) ? path[Root.Length..] : $"templates/{path}";
            yield return new($"{chart.Name}/{target}", Finish(_engine.Render(text, shown, model)), shown, text);
        }

        foreach (var component in chart.Components)
        {
            if (!_source.Has($"shared/kinds/{component.Kind}") && !(component.Kind == component.Name && _source.Has($"{chart.Name}/{component.Name}")))
            {
                throw new ProblemsException(new Problem(
                    component.Where, $"Component {component.Name} is of kind `{component.Kind}`, for which there are no templates.",
                    $"Name a folder of templates/shared/kinds; or write `kind: {component.Name}` and the templates {chart.Name}/{component.Name}/."));
            }

            var own = TemplateModel.For(model, chart, component);
            var traits = _source.Below("shared/component")
                .Where(file => component.Traits.Contains(Trait(file.Path), StringComparer.Ordinal));
            foreach (var (path, text, shown) in traits.Concat(_source.Below($"shared/kinds/{component.Kind}")))
            {
                yield return new($"{chart.Name}/templates/{component.Name}/{path}", Finish(_engine.Render(text, shown, own)), shown, text);
            }
        }
    }

    private static string Trait(string path) => Path.GetFileNameWithoutExtension(path) switch
    {
        "serviceaccount" => "account",
        "networkpolicy" => "pod",
        var name => name,
    };

    /// <summary>No blank lines at either end, no spaces at line ends, one line end at the end.</summary>
    private static string Finish(string text)
    {
        var lines = text.Split('\n').Select(line => line.TrimEnd(' '));
        return string.Join('\n', lines).Trim('\n') + "\n";
    }
}
