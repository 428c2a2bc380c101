using Cocona;

namespace PlanetGraph.Generator.Commands;

/// <summary>Which cluster and namespace a command asks.</summary>
internal sealed record ClusterOptions(
    [Option('n', Description = "Namespace of the release (default: the context's)")] string? Namespace = null,
    [Option(Description = "Kubeconfig file (default: KUBECONFIG, else ~/.kube/config)")] string? Kubeconfig = null,
    [Option(Description = "Context in the kubeconfig (default: its current one)")] string? Context = null) : ICommandParameterSet;
