namespace PlanetGraph.Generator.Spec;

/// <summary>A port of a component: the container's number, whether its Service has it, and who may come in.</summary>
/// <param name="From">Components, <c>planet-graph</c> (pods of any release) or <c>any</c>.</param>
public sealed record PortSpec(string Name, long Container, bool Service, IReadOnlyList<string> From);
