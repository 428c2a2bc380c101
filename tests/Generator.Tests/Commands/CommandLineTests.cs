using System.Text.RegularExpressions;
using PlanetGraph.Generator.Tests.Charts;
using PlanetGraph.Generator.Tests.Spec;

namespace PlanetGraph.Generator.Tests.Commands;

/// <summary>The program as CI and engineers call it: exit codes, and files only when all is well.</summary>
public sealed partial class CommandLineTests : IDisposable
{
    private readonly SpecFolder _source = new();
    private readonly DirectoryInfo _target = Directory.CreateTempSubdirectory("planet-graph-charts-");

    public void Dispose()
    {
        _source.Dispose();
        _target.Delete(recursive: true);
    }

    [Fact]
    public async Task Check_OfTheRepository_IsClean()
    {
        var (code, _, error) = await GeneratorProcess.RunAsync("check", "--source", Path.Combine(Repository.Root, "generator"), "--out", Path.Combine(Repository.Root, "charts"));

        Assert.True(code == 0, error);
    }

    [Fact]
    public async Task Chart_OfAnUnchangedClone_CompilesNothing()
    {
        // eng/generator builds by make: one that fails stands for a machine without the SDK.
        File.CreateSymbolicLink(Path.Combine(_target.FullName, "make"), "/bin/false");

        var (code, output, error) = await GeneratorProcess.StartAsync(
            new(Path.Combine(Repository.Root, "eng/chart")), start => start.Environment["PATH"] = $"{_target.FullName}:{start.Environment["PATH"]}");

        Assert.True(code == 0, error);
        Assert.Equal($"charts: {Repository.Charts.Files.Count} files, nothing changed.\n", output);
    }

    [Fact]
    public async Task Check_SourcesChangedButNotTheCharts_AsksForMakeChart()
    {
        await OwnAsync("generate");
        _source.Replace("spec/demo.yaml", "components:", "# A note.\ncomponents:");

        var (code, _, error) = await OwnAsync("check");

        Assert.Equal(2, code);
        Assert.Contains(".generated.sha256: stale", error, StringComparison.Ordinal);
        Assert.Equal(0, (await OwnAsync("generate")).Code);
        Assert.Equal(0, (await OwnAsync("check")).Code);
    }

    [Fact]
    public async Task Generate_ThenCheckAndDiff_ExitWithZero()
    {
        Assert.Equal(0, (await OwnAsync("generate")).Code);
        Assert.Equal(0, (await OwnAsync("check")).Code);
        Assert.Equal(0, (await OwnAsync("diff")).Code);
    }

    [Fact]
    public async Task Check_StaleChart_ExitsWithTwoAndShowsTheDifference()
    {
        await OwnAsync("generate");
        _source.Replace("spec/demo.yaml", "default: 3", "default: 4");

        var (code, output, error) = await OwnAsync("check");

        Assert.Equal(2, code);
        Assert.Contains("-replicas: 3\n+replicas: 4\n", output, StringComparison.Ordinal);
        Assert.Contains("demo/values.yaml: stale", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Generate_EditedChart_IsKeptUnlessForced()
    {
        await OwnAsync("generate");
        var path = Path.Combine(_target.FullName, "demo/values.yaml");
        await File.AppendAllTextAsync(path, "mine: 1\n", TestContext.Current.CancellationToken);

        var refused = await OwnAsync("generate");
        Assert.Equal(2, refused.Code);
        Assert.Contains("demo/values.yaml: edited by hand", refused.Error, StringComparison.Ordinal);
        Assert.Contains("mine: 1", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), StringComparison.Ordinal);

        Assert.Equal(0, (await OwnAsync("generate", "--force")).Code);
        Assert.DoesNotContain("mine: 1", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("replicas | quote }}", "replicas | quote }", ":5:3: helm refuses")]
    [InlineData("{{ .Values.replicas", "{{ nosuch .Values.replicas", ":5:3: helm refuses")]
    [InlineData("tag:", "replicas: again\n  tag:", ": line ")]
    [InlineData("\ndata:", "\ndato:", ":4:1: ConfigMap/web has a field that Kubernetes does not know: dato")]
    [InlineData("\ndata:", "\nbinaryData: many\ndata:", ":4:1: ConfigMap/web has a value of another type than Kubernetes wants at binaryData")]
    public async Task Generate_TemplateThatHelmOrKubernetesRefuses_WritesNothingAndNamesThePlaceOnce(string what, string with, string place)
    {
        _source.Replace("templates/demo/web.yaml", what, with);

        var (code, _, error) = await OwnAsync("generate");

        Assert.Equal(2, code);
        Assert.StartsWith($"templates/demo/web.yaml{place}", error, StringComparison.Ordinal);
        Assert.Contains("(environment dev, Kubernetes 1.16.8, and 3 more).", error, StringComparison.Ordinal);
        Assert.Contains("fix:", error, StringComparison.Ordinal);
        Assert.EndsWith("\n1 problem(s); nothing was written.\n", error, StringComparison.Ordinal);
        Assert.Empty(_target.EnumerateFileSystemInfos());
    }

    [Fact]
    public async Task EnvironmentAdd_Twice_IsRefusedTheSecondTime()
    {
        Assert.Equal(0, (await OwnAsync("env", "add", "customer-a", "--from", "dev")).Code);
        Assert.Equal(2, (await OwnAsync("env", "add", "customer-a", "--from", "dev")).Code);
        Assert.Equal(0, (await OwnAsync("generate")).Code);

        Assert.Contains("replicas: 1", await File.ReadAllTextAsync(Path.Combine(_target.FullName, "demo/values-customer-a.yaml"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("Not Good")]
    public async Task EnvironmentAdd_Mistake_LeavesTheSpecificationAsItWas(string name)
    {
        var path = Path.Combine(_source.Spec, "environments.yaml");
        var before = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);

        var (code, _, _) = await OwnAsync("env", "add", name, "--from", "nosuch");

        Assert.Equal(2, code);
        Assert.Equal(before, await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Explain_Value_TellsWhereItComesFrom()
    {
        var (code, output, _) = await OwnAsync("explain", "replicas");

        Assert.Equal(0, code);
        Assert.Contains("spec/demo.yaml:10", output, StringComparison.Ordinal);
        Assert.Contains("dev        1", output, StringComparison.Ordinal);
        Assert.Equal(2, (await OwnAsync("explain", "nosuch")).Code);
    }

    [Theory]
    [InlineData("status", "pg")]
    [InlineData("collect", "pg")]
    [InlineData("preflight")]
    public async Task ClusterCommands_WithoutACluster_ExitWithThreeAndSaySo(params string[] arguments)
    {
        var (code, _, error) = await GeneratorProcess.RunAsync([.. arguments, "--kubeconfig", "/nonexistent"]);

        Assert.Equal(3, code);
        Assert.Contains("/nonexistent", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_Kubeconfig_IsTakenFromTheEnvironment()
    {
        var (code, _, error) = await GeneratorProcess.RunAsync(start => start.Environment["KUBECONFIG"] = "/from/the/environment", "status", "pg");

        Assert.Equal(3, code);
        Assert.Contains("/from/the/environment", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "--help")]
    [InlineData(0, "bundle", "--help")]
    [InlineData(0, "--version")]
    [InlineData(2, "nosuch")]
    [InlineData(2, "generate", "--nosuch")]
    [InlineData(2, "explain")]
    [InlineData(2, "env", "add", "customer-a")]
    public async Task CommandLine_QuestionOrMistake_ExitsWithZeroOrTwo(int expected, params string[] arguments)
        => Assert.Equal(expected, (await GeneratorProcess.RunAsync(arguments)).Code);

    [Fact]
    public async Task Help_OfEveryCommand_HasAnExampleOfIt()
    {
        var commands = HelpedCommand().Matches((await GeneratorProcess.RunAsync("--help")).Output).Select(match => match.Groups[1].Value).Except(["env"]).Append("env add").ToList();

        Assert.Equal(9, commands.Count);
        foreach (var command in commands)
        {
            Assert.Contains($"Examples:\n  eng/generator {command}", (await GeneratorProcess.RunAsync([.. command.Split(' '), "--help"])).Output, StringComparison.Ordinal);
        }
    }

    private Task<ProcessResult> OwnAsync(params string[] arguments)
        => GeneratorProcess.RunAsync([.. arguments, "--source", _source.Path, "--out", _target.FullName]);

    [GeneratedRegex("^  ([a-z]+) ", RegexOptions.Multiline)]
    private static partial Regex HelpedCommand();
}
