using PlanetGraph.Generator.Diagnostics;
using PlanetGraph.Generator.Helm;
using PlanetGraph.Generator.Rendering;
using PlanetGraph.Generator.Spec;
using PlanetGraph.Generator.Validation;

namespace PlanetGraph.Generator.Bundle;

/// <summary>The images that the objects of an installation ask for, read from what the real helm renders.</summary>
internal sealed class ChartImages(HelmProgram helm)
{
    // No image depends on the version of Kubernetes; any that the charts take will do.
    private const string Kubernetes = "1.36.0";

    /// <summary>Every image of every chart, by its reference; init steps and tests count.</summary>
    /// <exception cref="ProblemsException">There is no helm, or it refuses a chart.</exception>
    public async Task<IReadOnlyList<BundleImage>> OfAsync(
        Specification specification, GeneratedCharts charts, IReadOnlyList<string> environments, IReadOnlyList<ImageArchive> archives, CancellationToken cancellationToken)
    {
        helm.Require("tells what images the objects ask for");
        var asked = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        using var rendering = await ChartRendering.OfAsync(helm, charts, cancellationToken);
        foreach (var environment in environments)
        {
            foreach (var chart in specification.Charts)
            {
                var result = await rendering.RenderAsync(chart, environment, Kubernetes, cancellationToken);
                if (result.ExitCode != 0)
                {
                    throw new ProblemsException(HelmError.Locate(result.Error, chart.Name, charts));
                }

                foreach (var image in ImagesOf(result.Output))
                {
                    asked.TryAdd(image, []);
                    if (!asked[image].Contains(environment, StringComparer.Ordinal))
                    {
                        asked[image].Add(environment);
                    }
                }
            }
        }

        return
        [
            .. from entry in asked
               let holder = archives.FirstOrDefault(archive => archive.Holds(entry.Key))
               select new BundleImage(entry.Key, entry.Value, holder?.Digest, holder is null ? null : Path.GetFileName(holder.Path)),
        ];
    }

    private static IEnumerable<string> ImagesOf(string manifest) => RenderedManifest.Parse(manifest)
        .SelectMany(item => item.AllContainers)
        .Select(container => (string)container["image"]!)
        .Distinct(StringComparer.Ordinal);
}
