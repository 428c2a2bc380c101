namespace PlanetGraph.Generator.Spec;

/// <summary>How a chart is installed.</summary>
/// <param name="Release">Name of the release.</param>
/// <param name="Namespace">Namespace of the release, on sites that have one for each chart.</param>
/// <param name="Values">What has to be given by hand, with an example of each.</param>
public sealed record InstallSpec(string Release, string Namespace, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>The values as arguments of helm: <c>--set key=value</c> for each.</summary>
    public IEnumerable<string> Arguments => Values.SelectMany(value => new[] { "--set", $"{value.Key}={value.Value}" });
}
