using System.Security.Cryptography;
using System.Text;

namespace PlanetGraph.Generator.Output;

/// <summary>
/// One hash over everything the charts come from: specification, templates and the generator's own code. eng/chart computes the same with
/// <c>sha256sum</c>, and so knows without compiling anything that the charts are as these sources make them.
/// </summary>
internal static class SourceFingerprint
{
    /// <param name="folder">The folder with spec/ and templates/.</param>
    /// <returns>SHA-256, hexadecimal, of what <c>sha256sum</c> prints about the folder's files in the order of their paths.</returns>
    public static string Of(string folder)
    {
        var full = Path.GetFullPath(folder);
        var parent = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(full))!;
        var lines = new StringBuilder();
        var files = Directory.EnumerateFiles(full, "*", SearchOption.AllDirectories)
            .Select(path => (Path: path, Name: Path.GetRelativePath(parent, path).Replace('\\', '/')))
            .OrderBy(file => file.Name, StringComparer.Ordinal);
        foreach (var (path, name) in files)
        {
            lines.Append(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)))).Append("  ").Append(name).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines.ToString())));
    }
}
