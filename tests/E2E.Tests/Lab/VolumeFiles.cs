using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using k8s;
using k8s.Models;

namespace PlanetGraph.E2E.Tests.Lab;

/// <summary>Reads and writes the files of a folder on a node through a small pod, so that the tests need no access to the nodes' disks.</summary>
internal sealed class VolumeFiles : IAsyncDisposable
{
    private readonly Kubernetes _client;
    private readonly string _space;
    private readonly string _name;

    private VolumeFiles(Kubernetes client, string space, string name) => (_client, _space, _name) = (client, space, name);

    /// <summary>Starts the pod on a node.</summary>
    /// <param name="client">The cluster.</param>
    /// <param name="space">Namespace of the pod.</param>
    /// <param name="node">The node that has the folder.</param>
    /// <param name="folder">The folder, such as /mnt/data/data_bin; made when it is missing.</param>
    public static async Task<VolumeFiles> OpenAsync(Kubernetes client, string space, string node, string folder)
    {
        var cancel = TestContext.Current.CancellationToken;
        var pod = await client.CoreV1.CreateNamespacedPodAsync(
            new V1Pod
            {
                Metadata = new() { GenerateName = "e2e-volume-files-" },
                Spec = new()
                {
                    NodeName = node,
                    TerminationGracePeriodSeconds = 0,
                    RestartPolicy = "Never",
                    AutomountServiceAccountToken = false,
                    Containers = [new() { Name = "files", Image = "busybox:1.36", Command = ["sleep", "3600"], VolumeMounts = [new() { Name = "folder", MountPath = "/volume" }] }],
                    Volumes = [new() { Name = "folder", HostPath = new() { Path = folder, Type = "DirectoryOrCreate" } }],
                },
            },
            space,
            cancellationToken: cancel);
        await Deadline.UntilAsync("the pod that reads and writes the volume", TimeSpan.FromMinutes(1), async token =>
            (await client.CoreV1.ReadNamespacedPodAsync(pod.Metadata.Name, space, cancellationToken: token)).Status?.Phase == "Running");
        return new(client, space, pod.Metadata.Name);
    }

    /// <summary>Writes one file; folders are made.</summary>
    public async Task WriteAsync(string path, ReadOnlyMemory<byte> content)
    {
        // In pieces over the arguments: kubelets of this age may cut exec's standard input off when it is closed.
        await ShellAsync($"mkdir -p \"$(dirname '/volume/{path}')\" && : > '/volume/{path}.gz'");
        foreach (var piece in Pieces(Zip(content.Span), 72_000))
        {
            await ShellAsync($"echo '{Convert.ToBase64String(piece.Span)}' | base64 -d >> '/volume/{path}.gz'");
        }

        await ShellAsync($"gunzip -c '/volume/{path}.gz' > '/volume/{path}.new' && rm '/volume/{path}.gz' && mv '/volume/{path}.new' '/volume/{path}'");
    }

    /// <summary>Reads one file.</summary>
    public async Task<byte[]> ReadAsync(string path) => Convert.FromBase64String(await ShellAsync($"base64 '/volume/{path}'"));

    /// <summary>Copies a whole local folder to the volume.</summary>
    public async Task WriteFolderAsync(string path, string local)
    {
        using var tar = new MemoryStream();
        await TarFile.CreateFromDirectoryAsync(local, tar, includeBaseDirectory: false, TestContext.Current.CancellationToken);
        await WriteAsync($"{path}.tar", tar.ToArray());
        await ShellAsync($"mkdir -p '/volume/{path}' && tar xf '/volume/{path}.tar' -C '/volume/{path}' && rm '/volume/{path}.tar' && chmod -R a+rwX '/volume/{path}'");
    }

    /// <summary>Copies a folder of the volume to a new local one.</summary>
    public async Task ReadFolderAsync(string path, string local)
    {
        var zipped = Convert.FromBase64String(await ShellAsync($"cd '/volume/{path}' && tar czf - . | base64"));
        Directory.CreateDirectory(local);
        await using var tar = new GZipStream(new MemoryStream(zipped), CompressionMode.Decompress);
        await TarFile.ExtractToDirectoryAsync(tar, local, overwriteFiles: true, TestContext.Current.CancellationToken);
    }

    /// <summary>Relative paths of all files below a folder, sorted; none when there is no folder.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(string folder) =>
        [.. (await ShellAsync($"[ ! -d '/volume/{folder}' ] || (cd '/volume/{folder}' && find . -type f)")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(p => p[2..]).Order(StringComparer.Ordinal)];

    /// <summary>Runs a shell command in the pod, /volume being the folder, and gives its output.</summary>
    public async Task<string> ShellAsync(string script)
    {
        var output = new StringBuilder();
        var error = new StringBuilder();
        var code = await _client.NamespacedPodExecAsync(
            _name, _space, "files", ["sh", "-c", script], tty: false,
            async (_, stdOut, stdError) =>
            {
                var reading = new StreamReader(stdError).ReadToEndAsync(CancellationToken.None);
                output.Append(await new StreamReader(stdOut).ReadToEndAsync(CancellationToken.None));
                error.Append(await reading);
            },
            TestContext.Current.CancellationToken);
        Assert.True(code == 0, $"'{script[..Math.Min(script.Length, 200)]}' on the volume ended with {code}: {error}");
        return output.ToString();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() =>
        await _client.CoreV1.DeleteNamespacedPodAsync(_name, _space, gracePeriodSeconds: 0, cancellationToken: CancellationToken.None);

    private static byte[] Zip(ReadOnlySpan<byte> content)
    {
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.Optimal))
        {
            gzip.Write(content);
        }

        return zipped.ToArray();
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Pieces(ReadOnlyMemory<byte> content, int size)
    {
        for (var at = 0; at < content.Length; at += size)
        {
            yield return content.Slice(at, Math.Min(size, content.Length - at));
        }
    }
}
