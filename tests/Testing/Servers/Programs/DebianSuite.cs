namespace PlanetGraph.Testing.Servers.Programs;

/// <summary>
/// The programs of another Debian suite, which eng/install-debian unpacked into a folder of their own, with their own C library: a server
/// of it runs with that folder as its root, and shares this machine's loopback, processes and temporary folder. That needs root.
/// </summary>
/// <param name="suite">trixie, say.</param>
internal sealed class DebianSuite(string suite) : IProgramSource
{
    private const string Enter =
        """
        set -e
        root=$1 shared=$2
        shift 2
        mkdir -p "$root$shared"
        for folder in /proc /dev "$shared"; do mount --rbind "$folder" "$root$folder"; done
        exec chroot "$root" "$@"
        """;

    private static readonly string[] Folders = ["/usr/sbin", "/usr/bin"];
    private readonly string _root = Cache.Folder("debian", suite);

    public string? Find(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(path => File.Exists(_root + path)) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    public string Describe(string program) => $"{program} of Debian {suite}";

    public (string Program, IReadOnlyList<string> Arguments) Command(string program, IEnumerable<string> arguments) =>
        ("unshare", ["--mount", "bash", "-c", Enter, "enter", _root, Path.GetTempPath().TrimEnd('/'), program, .. arguments]);
}
