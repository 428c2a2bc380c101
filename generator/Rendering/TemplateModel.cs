using PlanetGraph.Generator.Spec;
using Scriban.Runtime;

namespace PlanetGraph.Generator.Rendering;

/// <summary>What the generator's code in a template sees: <c>p</c> (prefix of helper names), <c>chart</c>, <c>component</c>, <c>object</c>.</summary>
internal static class TemplateModel
{
    public static ScriptObject Of(ChartSpec chart, IReadOnlyList<EnvironmentSpec> environments) => new()
    {
        ["p"] = chart.Name,
        ["chart"] = new ScriptObject
        {
            ["name"] = chart.Name,
            ["short_name"] = chart.ShortName,
            ["version"] = chart.Version,
            ["app_version"] = chart.AppVersion,
            ["description"] = chart.Description,
            ["keywords"] = List(chart.Keywords),
            ["install"] = new ScriptObject
            {
                ["release"] = chart.Install.Release,
                ["namespace"] = chart.Install.Namespace,
                ["arguments"] = string.Concat(chart.Install.Arguments.Select(argument => $" {argument}")),
            },
            ["components"] = List(chart.Components.Select(component => Component(chart, component))),
            ["volumes"] = List(chart.Volumes.Select(Volume)),
        },
        ["environments"] = List(environments.Select(Environment)),
    };

    public static ScriptObject For(ScriptObject model, ChartSpec chart, ComponentSpec component)
    {
        var own = new ScriptObject();
        model.CopyTo(own);
        own["component"] = Component(chart, component);
        own["object"] = NameOf(chart, component);
        return own;
    }

    /// <summary>Helm expression of the name of a component's objects.</summary>
    public static string NameOf(ChartSpec chart, ComponentSpec component) => component.RunScoped
        ? $"printf \"%s-{component.Name}-%s\" (include \"{chart.Name}.fullname\" .) (include \"{chart.Name}.run\" .)"
        : $"printf \"%s-{component.Name}\" (include \"{chart.Name}.fullname\" .)";

    public static ScriptObject Environment(EnvironmentSpec environment)
        => new() { ["name"] = environment.Name, ["description"] = environment.Description };

    private static ScriptObject Component(ChartSpec chart, ComponentSpec component) => new()
    {
        ["name"] = component.Name,
        ["title"] = component.Title,
        ["when"] = component.When,
        ["run_scoped"] = component.RunScoped,
        ["writable"] = component.Writable,
        ["replicas"] = component.Replicas,
        ["traits"] = List(component.Traits),
        ["object"] = NameOf(chart, component),
        ["egress"] = List(component.Egress.Select(port => (object)port)),
        ["ports"] = List(component.Ports.Select((port, index) => new ScriptObject
        {
            ["name"] = port.Name,
            ["container"] = port.Container,
            ["service"] = port.Service,
            ["main"] = index == 0,
            ["exposable"] = index == 0 && component.Traits.Contains("service", StringComparer.Ordinal),
            ["from"] = List(port.From),
        })),
    };

    private static ScriptObject Volume(VolumeSpec volume) => new()
    {
        ["at"] = volume.At,
        ["title"] = volume.Title,
        ["path"] = volume.Path,
        ["suffix"] = volume.Suffix,
        ["when"] = volume.When,
    };

    public static ScriptArray List(IEnumerable<object> items) => [.. items];
}
