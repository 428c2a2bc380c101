using System.Collections.Concurrent;
using PlanetGraph.Generator.Helm;
using PlanetGraph.Generator.Validation;

namespace PlanetGraph.Generator.Tests.Charts;

/// <summary>The real Helm programs that eng/install-helm put into the cache. Each rendering is made once and shared by all tests.</summary>
internal static class TestHelm
{
    public const string Old = "3.9.4";
    public const string Lab = "3.10.1";
    public const string New = "4.1.4";
    public const string Main = "planet-graph";
    public const string Batch = "planet-graph-batch";

    private static readonly ConcurrentDictionary<string, Task<HelmResult>> Runs = new(StringComparer.Ordinal);
    private static readonly SemaphoreSlim Gate = new(Environment.ProcessorCount);

    public static string ChartPath(string chart) => Path.Combine(Repository.Root, "charts", chart);

    /// <summary>What a chart renders to with an environment (null: the defaults) and values such as <c>replicas=5</c>; the batch chart gets an input folder.</summary>
    public static async Task<IReadOnlyList<RenderedObject>> RenderAsync(
        string chart, string? environment = null, string kubernetes = "1.29.0", string helm = Lab, params string[] sets)
    {
        var result = await TemplateAsync(chart, environment, kubernetes, helm, sets);
        Assert.True(result.ExitCode == 0, $"{chart}, {environment ?? "defaults"}, Kubernetes {kubernetes}, Helm {helm}: {result.Error}");
        return RenderedManifest.Parse(result.Output);
    }

    public static Task<HelmResult> TemplateAsync(
        string chart, string? environment = null, string kubernetes = "1.29.0", string helm = Lab, params string[] sets)
    {
        List<string> arguments = ["template", Release(chart), ChartPath(chart), "--kube-version", kubernetes];
        if (environment is not null)
        {
            arguments.AddRange(["--values", Path.Combine(ChartPath(chart), $"values-{environment}.yaml")]);
        }

        if (chart == Batch && !sets.Any(set => set.StartsWith("inputDataPath", StringComparison.Ordinal)))
        {
            arguments.AddRange(["--set", "inputDataPath=1613965896"]);
        }

        arguments.AddRange(sets.SelectMany(set => new[] { "--set", set }));
        return RunAsync(helm, arguments);
    }

    public static Task<HelmResult> RunAsync(string helm, IEnumerable<string> arguments)
    {
        var list = arguments.ToList();
        return Runs.GetOrAdd($"{helm} {string.Join('\u0001', list)}", _ => StartAsync(helm, list));
    }

    public static string Release(string chart) => chart == Main ? "pg" : "pg-batch";

    public static string PathOf(string helm)
    {
        var cache = Environment.GetEnvironmentVariable("PLANET_GRAPH_CACHE")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache/planet-graph");
        var path = Path.Combine(cache, "helm", helm, "helm");
        Assert.True(File.Exists(path), $"There is no {path}: run eng/install-helm.");
        return path;
    }

    private static async Task<HelmResult> StartAsync(string helm, List<string> arguments)
    {
        await Gate.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            return await new HelmProgram(PathOf(helm)).RunAsync(arguments, TestContext.Current.CancellationToken);
        }
        finally
        {
            Gate.Release();
        }
    }
}
