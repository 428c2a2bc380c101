using System.Security.Cryptography;
using System.Text;

namespace PlanetGraph.Generator.Rendering;

/// <summary>A file to write.</summary>
/// <param name="Path">Relative to the charts' folder, with slashes.</param>
/// <param name="Source">The template or specification it comes from, for error messages.</param>
/// <param name="Template">Text of that template; empty when it comes from the specification alone.</param>
public sealed record GeneratedFile(string Path, string Text, string Source, string Template = "")
{
    /// <summary>SHA-256 of the file's bytes, hexadecimal.</summary>
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));
}
