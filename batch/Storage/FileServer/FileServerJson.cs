using System.Text.Json.Serialization;

namespace PlanetGraph.Batch.Storage.FileServer;

/// <summary>An entry of nginx's listing with <c>autoindex_format json</c>:
/// <c>{"name":"a.txt","type":"file","mtime":"Wed, 26 Nov 2026 19:05:00 GMT","size":12}</c>; a directory has no size.</summary>
internal sealed record FileServerEntry(string Name, string Type, string Mtime, long Size);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FileServerEntry[]))]
internal sealed partial class FileServerJson : JsonSerializerContext;
