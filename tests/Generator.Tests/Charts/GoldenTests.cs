using System.Text;
using PlanetGraph.Generator.Output;

namespace PlanetGraph.Generator.Tests.Charts;

/// <summary>
/// Renders that are looked at when they change. <c>UPDATE_GOLDENS=1</c> writes them anew; look at the difference before committing it.
/// </summary>
public sealed class GoldenTests
{
    [Theory]
    [InlineData(TestHelm.Main, "onsite", "1.16.8")]
    [InlineData(TestHelm.Main, "prod", "1.36.0")]
    [InlineData(TestHelm.Batch, "onsite", "1.16.8")]
    [InlineData(TestHelm.Batch, "prod", "1.36.0")]
    public async Task Render_OfAnEnvironment_IsAsReviewed(string chart, string environment, string kubernetes)
    {
        var rendered = (await TestHelm.TemplateAsync(chart, environment, kubernetes)).Output;
        var path = Path.Combine(Folder("Goldens"), $"{chart}-{environment}-{kubernetes}.yaml");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDENS") == "1")
        {
            await File.WriteAllTextAsync(path, rendered, TestContext.Current.CancellationToken);
        }

        var golden = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);

        Assert.True(golden == rendered, UnifiedDiff.Of(Path.GetFileName(path), golden, rendered));
    }

    /// <summary>
    /// Fields that Kubernetes lets nobody change, compared with those of the last release. <c>UPDATE_RELEASED=1</c> writes them anew, at a release.
    /// </summary>
    [Theory]
    [InlineData(TestHelm.Main, null)]
    [InlineData(TestHelm.Main, "onsite")]
    [InlineData(TestHelm.Main, "prod")]
    [InlineData(TestHelm.Batch, null)]
    [InlineData(TestHelm.Batch, "onsite")]
    [InlineData(TestHelm.Batch, "prod")]
    public async Task Upgrade_FromTheLastRelease_ChangesNoImmutableField(string chart, string? environment)
    {
        string[] fields =
        [
            "spec.selector", "spec.serviceName", "spec.volumeClaimTemplates", "spec.podManagementPolicy", "spec.clusterIP", "spec.claimRef.name", "spec.hostPath",
            "spec.storageClassName", "spec.volumeName", "spec.accessModes", "spec.completions", "roleRef", "type",
        ];
        var lines = new StringBuilder();
        foreach (var item in (await TestHelm.RenderAsync(chart, environment)).Where(item => item.Kind != "Pod"))
        {
            foreach (var field in fields)
            {
                // A Service's selector may change, and so may its type.
                if (item.At(field) is { } value && !(item.Kind == "Service" && field is "spec.selector"))
                {
                    lines.Append(item).Append(' ').Append(field).Append(' ').Append(value.ToJsonString()).Append('\n');
                }
            }
        }

        var path = Path.Combine(Folder("Released"), $"{chart}{(environment is null ? "" : $"-{environment}")}.txt");
        if (Environment.GetEnvironmentVariable("UPDATE_RELEASED") == "1")
        {
            await File.WriteAllTextAsync(path, lines.ToString(), TestContext.Current.CancellationToken);
        }

        var released = await File.ReadAllLinesAsync(path, TestContext.Current.CancellationToken);
        var now = lines.ToString().Split('\n');
        var kept = released.Where(line => now.Any(other => other.StartsWith(Object(line), StringComparison.Ordinal)));

        Assert.NotEmpty(released);
        Assert.All(kept, line => Assert.Contains(line, now));
    }

    private static string Object(string line) => line[..(line.IndexOf(' ', StringComparison.Ordinal) + 1)];

    private static string Folder(string name)
    {
        var folder = Path.Combine(Repository.Root, "tests/Generator.Tests", name);
        Directory.CreateDirectory(folder);
        return folder;
    }
}
