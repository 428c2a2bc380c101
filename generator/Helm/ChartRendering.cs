using PlanetGraph.Generator.Rendering;
using PlanetGraph.Generator.Spec;

namespace PlanetGraph.Generator.Helm;

/// <summary>Charts in a temporary folder, which the real helm renders from there.</summary>
internal sealed class ChartRendering : IDisposable
{
    private readonly HelmProgram _helm;
    private readonly string _folder = Directory.CreateTempSubdirectory("planet-graph-charts-").FullName;

    private ChartRendering(HelmProgram helm) => _helm = helm;

    public static async Task<ChartRendering> OfAsync(HelmProgram helm, GeneratedCharts charts, CancellationToken cancellationToken)
    {
        var rendering = new ChartRendering(helm);
        foreach (var file in charts.Files.Values)
        {
            var path = Path.Combine(rendering._folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, file.Text, cancellationToken);
        }

        return rendering;
    }

    /// <summary>What a chart gives with an environment's values on a version of Kubernetes.</summary>
    public Task<HelmResult> RenderAsync(ChartSpec chart, string environment, string kubernetes, CancellationToken cancellationToken) => _helm.RunAsync(
        [
            "template", chart.Install.Release, Path.Combine(_folder, chart.Name), "--namespace", chart.Install.Namespace,
            "--values", Path.Combine(_folder, chart.Name, $"values-{environment}.yaml"), "--kube-version", kubernetes,
            .. chart.Install.Arguments,
        ],
        cancellationToken);

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
