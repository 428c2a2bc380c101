using System.Text.Json.Nodes;

namespace PlanetGraph.Integration.Tests.Runs;

/// <summary>Everything in a result folder, to compare with another run's.</summary>
internal sealed class RunResult
{
    private const string Manifest = "manifest.json";
    private readonly SortedDictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    private RunResult()
    {
    }

    public bool IsSuccess => _files.ContainsKey("_SUCCESS");

    public IEnumerable<string> Paths => _files.Keys;

    public JsonNode Sums => JsonNode.Parse(_files[Manifest])!["summary"]!["sums"]!;

    public IEnumerable<JsonNode> ManifestFiles => JsonNode.Parse(_files[Manifest])!["files"]!.AsArray().Select(file => file!);

    public static RunResult Read(string folder)
    {
        var result = new RunResult();
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            result._files[Path.GetRelativePath(folder, path)] = File.ReadAllBytes(path);
        }

        return result;
    }

    public string Text(string path) => System.Text.Encoding.UTF8.GetString(_files[path]);

    /// <summary>Byte for byte the same, but for the seconds that work took.</summary>
    public void AssertSameAs(RunResult expected)
    {
        Assert.Equal(expected._files.Keys, _files.Keys);
        AssertHoldsAllOf(expected);
        Assert.Equal(Timeless(expected._files[Manifest]), Timeless(_files[Manifest]));
    }

    /// <summary>Every file of the other is here, byte for byte, but for the manifest.</summary>
    public void AssertHoldsAllOf(RunResult expected)
    {
        foreach (var (path, bytes) in expected._files.Where(file => file.Key is not Manifest))
        {
            Assert.True(_files.TryGetValue(path, out var found) && bytes.AsSpan().SequenceEqual(found), $"{path} differs from the undisturbed run's");
        }
    }

    private static string Timeless(byte[] manifest)
    {
        var document = JsonNode.Parse(manifest)!;
        foreach (var file in document["files"]!.AsArray())
        {
            file!.AsObject().Remove("seconds");
        }

        return document.ToJsonString();
    }
}
