using k8s;
using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(PlanetGraph.E2E.Tests.Lab.ClusterSession))]
[assembly: Parallelization(Mode = ParallelMode.None)]

namespace PlanetGraph.E2E.Tests.Lab;

/// <summary>The cluster of KUBECONFIG, and the repo that is installed on it.</summary>
public sealed class ClusterSession : IAsyncLifetime
{
    /// <summary>Talks to the cluster.</summary>
    internal Kubernetes Client { get; private set; } = null!;

    /// <summary>Namespace that a plain <c>helm install</c> goes to.</summary>
    internal string Namespace { get; private set; } = "default";

    /// <summary>Names of the nodes, sorted.</summary>
    internal IReadOnlyList<string> Nodes { get; private set; } = [];

    /// <summary>An address at which NodePorts answer.</summary>
    internal string NodeAddress { get; private set; } = "";

    /// <summary>How long each step took.</summary>
    internal StepTimes Steps { get; } = new(FindRepo());

    /// <summary>Root of the repo.</summary>
    internal string Repo { get; } = FindRepo();

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        var configuration = KubernetesClientConfiguration.BuildConfigFromConfigFile(Environment.GetEnvironmentVariable("KUBECONFIG"));
        Client = new(configuration);
        Namespace = configuration.Namespace ?? "default";
        var nodes = await Client.CoreV1.ListNodeAsync();
        Nodes = [.. nodes.Items.Select(n => n.Metadata.Name).Order(StringComparer.Ordinal)];
        NodeAddress = nodes.Items.SelectMany(n => n.Status.Addresses).First(a => a.Type == "InternalIP").Address;
        await ClearAsync();
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        Client.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The base address of a node port.</summary>
    internal Uri At(int nodePort) => new($"http://{NodeAddress}:{nodePort}");

    /// <summary>Runs helm in the repo's root and fails the test when it fails.</summary>
    internal Task<string> HelmAsync(params string[] arguments) => Command.RunAsync("helm", arguments, Repo);

    /// <summary>Runs helm in the repo's root.</summary>
    internal Task<CommandResult> TryHelmAsync(params string[] arguments) => Command.TryAsync("helm", arguments, Repo);

    /// <summary>
    /// Begins with no release and an empty disk, the ledger's included, since a run that the ledger knows as complete is not run again. A folder
    /// whose files are not of these tests is refused.
    /// </summary>
    private async Task ClearAsync()
    {
        var left = await HelmAsync("list", "--all", "--short", "--filter", "^pg");
        foreach (var release in left.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            await HelmAsync("uninstall", release, "--wait");
        }

        await using var disk = await VolumeFiles.OpenAsync(Client, Namespace, Nodes[0], "/mnt/data");
        var owned = await disk.ShellAsync("cd /volume && if [ -e .e2e ] || [ -z \"$(ls -A)\" ]; then rm -rf ./* && touch .e2e && mkdir data_bin && chmod 777 data_bin && echo mine; fi");
        Assert.True(owned.Trim() == "mine", "The nodes' /mnt/data holds files that are not of these tests: give them a cluster of their own, or empty it.");
    }

    private static string FindRepo()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PlanetGraph.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests must run from inside the repo.");
    }
}
