using System.Text;
using PlanetGraph.Generator.Spec;

namespace PlanetGraph.Generator.Rendering;

/// <summary>Chart.yaml.</summary>
internal static class ChartFile
{
    /// <summary>The oldest Kubernetes; <c>-0</c> lets in vendors' versions such as 1.16.8-aliyun.1.</summary>
    public const string KubeVersion = ">=1.16.8-0";

    private const string Home = "https://planet-graph.example";

    // A star on a globe, as a data URI: the charts must be complete without a network.
    private const string Icon = "data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9IjAgMCAxNiAxNiI+PGNpcmNsZSBjeD0iOCIgY3k9IjgiIHI9IjciIGZpbGw9IiMyMzUiLz48cGF0aCBmaWxsPSIjZmQ1IiBkPSJNOCAzbDEuNSAzLjUgMy41LjMtMi43IDIuMy45IDMuNkw4IDEwLjhsLTMuMiAxLjkuOS0zLjZMMyA2LjhsMy41LS4zeiIvPjwvc3ZnPg==";

    public static string Of(ChartSpec chart)
    {
        var text = new StringBuilder();
        text.Append("# Generated from generator/spec by `make chart`: edit there.\n")
            .Append("apiVersion: v2\n")
            .Append("name: ").Append(chart.Name).Append('\n')
            .Append("description: ").Append(chart.Description).Append('\n')
            .Append("type: application\n")
            .Append("version: ").Append(chart.Version).Append('\n')
            .Append("appVersion: \"").Append(chart.AppVersion).Append("\"\n")
            .Append("kubeVersion: \"").Append(KubeVersion).Append("\"\n")
            .Append("home: ").Append(Home).Append('\n')
            .Append("icon: ").Append(Icon).Append('\n')
            .Append("sources:\n  - ").Append(Home).Append("/source\n")
            .Append("maintainers:\n  - name: The PlanetGraph authors\n    url: ").Append(Home).Append('\n')
            .Append("keywords:\n");
        foreach (var keyword in chart.Keywords)
        {
            text.Append("  - ").Append(keyword).Append('\n');
        }

        text.Append("annotations:\n  artifacthub.io/license: Apache-2.0\n  artifacthub.io/images: |\n");
        foreach (var (name, image) in Images(chart))
        {
            text.Append("    - name: ").Append(name).Append("\n      image: ").Append(image).Append('\n');
        }

        return text.Append("  artifacthub.io/changes: |\n    - kind: added\n      description: First release.\n").ToString();
    }

    /// <summary>Name and default reference of every image of the chart.</summary>
    public static IEnumerable<(string Name, string Image)> Images(ChartSpec chart)
    {
        const string End = ".image.repository";
        foreach (var value in chart.Values)
        {
            if (value.Key.EndsWith(End, StringComparison.Ordinal) && value.Default is string { Length: > 0 } repository)
            {
                var owner = value.Key[..^End.Length];
                var tag = chart.Values.First(other => other.Key == $"{owner}.image.tag").Default as string;
                yield return (owner, $"{repository}:{(string.IsNullOrEmpty(tag) ? chart.AppVersion : tag)}");
            }
        }
    }
}
