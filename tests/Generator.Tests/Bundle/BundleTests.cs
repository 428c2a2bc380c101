using System.Diagnostics;
using System.Text.RegularExpressions;
using PlanetGraph.Generator.Helm;
using PlanetGraph.Generator.Tests.Charts;
using PlanetGraph.Generator.Tests.Commands;
using PlanetGraph.Generator.Validation;

namespace PlanetGraph.Generator.Tests.Bundle;

/// <summary>What is carried to a site without a network is all that the site needs: a missing image is found there, days too late.</summary>
public sealed partial class BundleTests(BundleFixture bundle) : IClassFixture<BundleFixture>
{
    public static TheoryData<string> Environments => [.. Repository.Environments];

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task Images_OfAnEnvironment_AreThoseOfItsRenderedObjects(string environment)
    {
        var asked = new SortedSet<string>(StringComparer.Ordinal);
        var commands = (await ReadmeCommandsAsync()).Where(command => command.Contains($"values-{environment}.yaml", StringComparison.Ordinal)).ToList();
        foreach (var command in commands)
        {
            var objects = RenderedManifest.Parse((await TemplateAsync(command)).Output);
            asked.UnionWith(objects.SelectMany(item => item.AllContainers).Select(container => (string)container["image"]!));
        }

        Assert.Equal(2, commands.Count);
        Assert.Equal(asked, (await ImagesAsync()).Where(image => image.Environments.Contains(environment)).Select(image => image.Reference));
    }

    [Fact]
    public async Task Images_OfOnsite_HaveItsOwnMySql()
    {
        var images = await ImagesAsync();

        Assert.Equal(["onsite"], images.Single(image => image.Reference == "mysql:5.7").Environments);
        Assert.Equal(ImageTar.Digest, images.Single(image => image.Reference == "busybox:1.36").Digest);
        Assert.Contains("docker save -o mysql_5.7.tar mysql:5.7", bundle.Made.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("busybox", bundle.Made.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Readme_EveryInstall_RendersFromTheBundleAndNamesItsNamespace()
    {
        var commands = await ReadmeCommandsAsync();

        Assert.Equal(2 * Repository.Environments.Length, commands.Count);
        foreach (var command in commands)
        {
            Assert.Contains(" -n planet-graph-", command, StringComparison.Ordinal);
            var result = await TemplateAsync(command);
            Assert.True(result.ExitCode == 0, $"{command}: {result.Error}");
        }
    }

    [Fact]
    public async Task Readme_InBothLanguages_GivesTheSameCommands()
        => Assert.Equal(await ReadmeCommandsAsync(), await ReadmeCommandsAsync("README.zh-CN.md"));

    [Fact]
    public async Task Sums_OfTheWholeBundle_Hold()
    {
        var result = await InBundleAsync("sha256sum", "--check", "--strict", "SHA256SUMS");

        Assert.True(result.Code == 0, result.Error);
        Assert.Equal(
            Directory.EnumerateFiles(bundle.Path, "*", SearchOption.AllDirectories).Count() - 1,
            result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory]
    [InlineData("docker", "load -i images/busybox.tar\ntag busybox:1.36 registry:5000/busybox:1.36\npush registry:5000/busybox:1.36\nPushed registry:5000/busybox:1.36\n")]
    [InlineData("podman", "load -i images/busybox.tar\ntag busybox:1.36 registry:5000/busybox:1.36\npush registry:5000/busybox:1.36\nPushed registry:5000/busybox:1.36\n")]
    [InlineData("skopeo", "copy --quiet docker-archive:images/busybox.tar:busybox:1.36 docker://registry:5000/busybox:1.36\nPushed registry:5000/busybox:1.36\n")]
    [InlineData("ctr", "--namespace k8s.io images import images/busybox.tar\n--namespace k8s.io images tag --force docker.io/library/busybox:1.36 registry:5000/busybox:1.36\n--namespace k8s.io images push registry:5000/busybox:1.36\nPushed registry:5000/busybox:1.36\n")]
    public async Task LoadImages_WithARegistry_PushesWhatTheArchivesHoldAndNamesTheRest(string tool, string expected)
    {
        var result = await LoadImagesAsync(tool, "registry:5000");

        Assert.True(result.Code == 0, result.Error);
        Assert.Equal(expected, result.Output);
        Assert.Contains("No archive held mysql:5.7 (onsite)", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("k3s", "ctr images import images/busybox.tar\n")]
    [InlineData("ctr", "--namespace k8s.io images import images/busybox.tar\n")]
    [InlineData("docker", "load -i images/busybox.tar\n")]
    public async Task LoadImages_OnANode_LoadsIntoTheRuntimeThatIsThere(string tool, string expected)
    {
        var result = await LoadImagesAsync(tool);

        Assert.True(result.Code == 0, result.Error);
        Assert.Equal(expected, result.Output);
    }

    [Fact]
    public async Task LoadImages_WithoutAnyTool_SaysWhichItTakes()
    {
        var result = await LoadImagesAsync("none", "registry:5000");

        Assert.Equal(2, result.Code);
        Assert.Contains("skopeo, docker, podman, nerdctl or ctr", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_OfTheBundle_GiveCommandsThatWorkThere()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(bundle.Path, "docs/operate.md"), TestContext.Current.CancellationToken);

        Assert.Contains("helm upgrade pg ./planet-graph-1.0.0.tgz --reuse-values --set replicas=5", text, StringComparison.Ordinal);
        Assert.Contains("-f values/planet-graph/values-prod.yaml", text, StringComparison.Ordinal);
        Assert.DoesNotContain("./charts/", text, StringComparison.Ordinal);
        Assert.Contains("\nhelm install pg ./planet-graph-1.0.0.tgz\n", await File.ReadAllTextAsync(Path.Combine(bundle.Path, "docs/install.md"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_ThatWasGiven_IsInTheBundleAndItsSums()
        => Assert.Contains("data/data_stable.bin", await File.ReadAllTextAsync(Path.Combine(bundle.Path, "SHA256SUMS"), TestContext.Current.CancellationToken), StringComparison.Ordinal);

    [Fact]
    public async Task Bundle_OfOneEnvironment_CarriesNothingOfTheOthers()
    {
        var target = $"{bundle.Path}-onsite";

        var made = await BundleFixture.MakeAsync(target, "--env", "onsite");

        Assert.True(made.Code == 0, made.Error);
        Assert.Equal(["values-onsite.yaml"], Directory.EnumerateFiles(Path.Combine(target, "values/planet-graph")).Select(Path.GetFileName));
        Assert.DoesNotContain("mysql:8.4", await File.ReadAllTextAsync(Path.Combine(target, "images.txt"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bundle_MistakeInAnArgument_MakesNoFolder()
    {
        var target = $"{bundle.Path}-none";

        Assert.Equal(2, (await BundleFixture.MakeAsync(target, "--env", "nosuch")).Code);
        Assert.Equal(2, (await BundleFixture.MakeAsync(bundle.Path)).Code);
        Assert.False(Directory.Exists(target));
    }

    private async Task<IReadOnlyList<(string Reference, string Digest, string[] Environments)>> ImagesAsync()
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(bundle.Path, "images.txt"), TestContext.Current.CancellationToken);
        return [.. lines.Where(line => line[0] != '#').Select(line => line.Split(' ')).Select(parts => (parts[0], parts[1], parts[2].Split(',')))];
    }

    private async Task<IReadOnlyList<string>> ReadmeCommandsAsync(string file = "README.md")
    {
        Assert.True(bundle.Made.Code == 0, bundle.Made.Error);
        var text = await File.ReadAllTextAsync(Path.Combine(bundle.Path, file), TestContext.Current.CancellationToken);
        return [.. InstallLine().Matches(text).Select(match => match.Groups[1].Value)];
    }

    /// <summary>What an install line would install, from the archives and values of the bundle alone.</summary>
    private Task<HelmResult> TemplateAsync(string command) => TestHelm.RunAsync(TestHelm.Lab, [
        "template", .. command.Split(' ').Where(word => word != "--create-namespace")
            .Select(word => word.StartsWith("./", StringComparison.Ordinal) || word.StartsWith("values/", StringComparison.Ordinal) ? Path.Combine(bundle.Path, word) : word),
    ]);

    /// <summary>Runs the script where one tool is to be had; it is no real one here, and writes down what it is asked for.</summary>
    private async Task<ProcessResult> LoadImagesAsync(string tool, params string[] arguments)
    {
        var tools = Directory.CreateTempSubdirectory("planet-graph-tools-");
        try
        {
            foreach (var needed in new[] { "sh", "dirname", "grep", "sha256sum", "ls", "tar" })
            {
                File.CreateSymbolicLink(Path.Combine(tools.FullName, needed), File.Exists($"/bin/{needed}") ? $"/bin/{needed}" : $"/usr/bin/{needed}");
            }

            File.CreateSymbolicLink(Path.Combine(tools.FullName, tool), "/bin/echo");
            return await InBundleAsync("env", ["-i", $"PATH={tools.FullName}", "/bin/sh", "./load-images.sh", .. arguments]);
        }
        finally
        {
            tools.Delete(recursive: true);
        }
    }

    private Task<ProcessResult> InBundleAsync(string program, params string[] arguments)
        => GeneratorProcess.StartAsync(new ProcessStartInfo(program, arguments) { WorkingDirectory = bundle.Path }, _ => { });

    [GeneratedRegex("^helm install (.+)$", RegexOptions.Multiline)]
    private static partial Regex InstallLine();
}
