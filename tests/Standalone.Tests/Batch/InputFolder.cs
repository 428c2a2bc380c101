using System.Text;

namespace PlanetGraph.Standalone.Tests.Batch;

/// <summary>Input and results of one test.</summary>
internal sealed class InputFolder : IDisposable
{
    private readonly PlanetGraph.Testing.Processes.TemporaryFolder _folder = new("batch");

    public InputFolder() => Directory.CreateDirectory(Input);

    public string Input => _folder["in"];

    public string Output => _folder["out"];

    public string this[string name] => _folder[name];

    public static string Address(int number) => $"浙江省杭州市西湖区文三路{number}号{number % 7 + 1}单元";

    public void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    public void Write(string path, byte[] bytes)
    {
        var full = Path.Combine(Input, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, bytes);
    }

    /// <summary>Files of numbered addresses, a big one among them that is cut into several chunks.</summary>
    public void WriteMany(int files, int rows)
    {
        for (var file = 0; file < files; file++)
        {
            Write($"part {file:00}.txt", string.Concat(Enumerable.Range(file * rows, rows).Select(number => Address(number) + "\n")));
        }

        Write("大/big.txt", string.Concat(Enumerable.Range(0, 120_000).Select(number => $"{number % 100}\n")) + string.Concat(Enumerable.Range(0, 40_000).Select(number => Address(number) + "\r\n")));
    }

    public string[] ResultLines(string path) => File.ReadAllLines(Path.Combine(Output, path));

    /// <summary>The bytes of every result, and of the manifest without its seconds.</summary>
    public static SortedDictionary<string, string> ResultsOf(string output)
    {
        var results = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(output, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(output, file);
            if (path.StartsWith('.'))
            {
                continue;
            }

            var bytes = File.ReadAllBytes(file);
            results[path] = path == "manifest.json"
                ? System.Text.RegularExpressions.Regex.Replace(Encoding.UTF8.GetString(bytes), "\"seconds\":[0-9.E-]+", "")
                : Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(bytes));
        }

        return results;
    }

    public void Dispose() => _folder.Dispose();
}
