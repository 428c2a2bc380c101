using System.Text.Json;
using PlanetGraph.E2E.Tests.Lab;

namespace PlanetGraph.E2E.Tests.Main;

/// <summary>What an engineer asks the cluster with: preflight, status, collect; when all is well and when it is not.</summary>
public sealed class CommandTests(ClusterSession cluster)
{
    private readonly MainRelease _release = new(cluster);

    [Fact]
    public async Task Status_OfAReadyRelease_ShowsEndpointsAndExitsZero()
    {
        await _release.EnsureAsync();

        var result = await GeneratorAsync("status", MainRelease.Name, "--output", "json");

        Assert.True(result.ExitCode == 0, result.All);
        using var json = JsonDocument.Parse(result.Output);
        Assert.True(json.RootElement.GetProperty("isWell").GetBoolean());
        Assert.Contains(json.RootElement.GetProperty("services").EnumerateArray(), s => s.GetProperty("externalPort").ValueKind == JsonValueKind.Number && s.GetProperty("externalPort").GetInt32() == 30000);
    }

    [Fact]
    public async Task Status_OfAnImageThatDoesNotExist_SaysSoAndExitsOne()
    {
        await _release.EnsureAsync();
        await _release.UpgradeAsync("service.image.tag=none");
        try
        {
            var result = await Deadline.UntilAsync("status to name the image", TimeSpan.FromMinutes(2), async _ =>
                await GeneratorAsync("status", MainRelease.Name) is { } r && r.All.Contains("ImagePull", StringComparison.Ordinal) ? r : null);

            Assert.Equal(1, result.ExitCode);
            Assert.Contains("images-load", result.All, StringComparison.Ordinal);
        }
        finally
        {
            await cluster.HelmAsync("rollback", MainRelease.Name);
            await _release.ReadyAsync(TimeSpan.FromMinutes(3));
        }
    }

    [Fact]
    public async Task Preflight_BesideTheRelease_IsFineForItAndNamesTheTakenPortForAnother()
    {
        await _release.EnsureAsync();

        var own = await GeneratorAsync("preflight", "--release", MainRelease.Name);
        var other = await GeneratorAsync("preflight", "--release", "other");

        Assert.True(own.ExitCode == 0, own.All);
        Assert.Equal(1, other.ExitCode);
        Assert.Contains("30000", other.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Collect_OfARelease_HasLogsAndNoPassword()
    {
        await _release.EnsureAsync();
        var folder = Directory.CreateTempSubdirectory("collect").FullName;

        var result = await GeneratorAsync("collect", MainRelease.Name, "--to", Path.Combine(folder, "pg.tar.gz"));
        await Command.RunAsync("tar", ["xzf", "pg.tar.gz"], folder);

        Assert.True(result.ExitCode == 0, result.All);
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(folder, "logs"), "*.log", SearchOption.AllDirectories));
        Assert.DoesNotContain("mysql-password: ", await File.ReadAllTextAsync(Path.Combine(folder, "release.json"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    private Task<CommandResult> GeneratorAsync(params string[] arguments) =>
        Command.TryAsync("dotnet", ["artifacts/bin/PlanetGraph.Generator/release/PlanetGraph.Generator.dll", .. arguments, "-n", cluster.Namespace], cluster.Repo);
}
