using System.Net.Sockets;
using k8s;
using k8s.Autorest;
using k8s.Exceptions;

namespace PlanetGraph.Generator.Cluster;

/// <summary>A client for one cluster and the namespace that commands work in when none is given.</summary>
public sealed record ClusterConnection(IKubernetes Client, string Namespace, string Server) : IDisposable
{
    /// <summary>Opens the cluster of a kubeconfig, or the one this process runs in.</summary>
    /// <param name="kubeconfig">Path of the file; null takes KUBECONFIG, else ~/.kube/config.</param>
    /// <param name="context">Context in the file; null takes its current one.</param>
    /// <param name="namespace">Namespace; null takes the context's, else <c>default</c>.</param>
    /// <exception cref="ClusterException">No kubeconfig, or one that cannot be read.</exception>
    public static ClusterConnection Open(string? kubeconfig, string? context, string? @namespace)
    {
        // The client library knows only ~/.kube/config by itself. KUBECONFIG may name several files, as PATH does: the first that is there.
        kubeconfig ??= Environment.GetEnvironmentVariable("KUBECONFIG")?
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .OrderByDescending(File.Exists)
            .FirstOrDefault();
        try
        {
            var configuration = kubeconfig is null && KubernetesClientConfiguration.IsInCluster()
                ? KubernetesClientConfiguration.InClusterConfig()
                : KubernetesClientConfiguration.BuildConfigFromConfigFile(kubeconfig, context);
            return new(new Kubernetes(configuration), @namespace ?? configuration.Namespace ?? "default", configuration.Host);
        }
        catch (Exception e) when (e is KubeConfigException or FileNotFoundException or YamlDotNet.Core.YamlException)
        {
            throw new ClusterException($"The kubeconfig cannot be used: {e.Message} Set KUBECONFIG or give --kubeconfig FILE.", e);
        }
    }

    /// <summary>Runs a question to the API server and turns its refusals into sentences.</summary>
    /// <exception cref="ClusterException">The server is away, or refuses.</exception>
    public async Task<T> AskAsync<T>(Func<IKubernetes, Task<T>> question, string what)
    {
        try
        {
            return await question(Client);
        }
        catch (HttpOperationException e)
        {
            throw new ClusterException($"{Server} refused to {what}: {(int)e.Response.StatusCode} {Reason(e.Response.Content)}", e);
        }
        catch (Exception e) when (e is HttpRequestException or SocketException or TaskCanceledException { InnerException: TimeoutException })
        {
            throw new ClusterException($"{Server} does not answer ({e.Message}). Is the cluster up, and is this its kubeconfig?", e);
        }
    }

    /// <inheritdoc />
    public void Dispose() => Client.Dispose();

    private static string Reason(string? body)
    {
        if (string.IsNullOrEmpty(body))
        {
            return "without a reason";
        }

        try
        {
            return KubernetesJson.Deserialize<k8s.Models.V1Status>(body).Message ?? body;
        }
        catch (System.Text.Json.JsonException)
        {
            return body;
        }
    }
}
