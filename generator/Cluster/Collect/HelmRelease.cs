using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PlanetGraph.Generator.Cluster.Collect;

/// <summary>Reads what Helm stores of a release in its Secret.</summary>
public static class HelmRelease
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Name, revision, state, chart version and the values that the user gave, as JSON; not the manifest, whose Secrets would come along.</summary>
    /// <param name="stored">The Secret's <c>release</c> entry: base64 of gzip of JSON (Helm 3 and 4).</param>
    public static string Describe(byte[] stored)
    {
        using var zipped = new MemoryStream(Convert.FromBase64String(Encoding.ASCII.GetString(stored)));
        using var plain = new GZipStream(zipped, CompressionMode.Decompress);
        var release = JsonNode.Parse(plain)!;
        return new JsonObject
        {
            ["name"] = release["name"]?.DeepClone(),
            ["revision"] = release["version"]?.DeepClone(),
            ["info"] = release["info"]?.DeepClone(),
            ["chart"] = release["chart"]?["metadata"]?.DeepClone(),
            ["values"] = release["config"]?.DeepClone(),
        }.ToJsonString(Readable);
    }
}
