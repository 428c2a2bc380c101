using System.Formats.Tar;
using System.Text;

namespace PlanetGraph.Generator.Tests.Bundle;

/// <summary>An image archive as <c>docker save</c> writes it, without the layers.</summary>
internal static class ImageTar
{
    public const string Digest = "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    public static void Write(string path, string image)
    {
        using var tar = new TarWriter(File.Create(path));
        tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "manifest.json")
        {
            DataStream = new MemoryStream(Encoding.UTF8.GetBytes($$"""[{"Config":"{{Digest[7..]}}.json","RepoTags":["{{image}}"],"Layers":[]}]""")),
        });
    }
}
