using System.IO.Hashing;
using Microsoft.Net.Http.Headers;

namespace PlanetGraph.Publisher.Page;

/// <summary>The page's own files, from inside the assembly: nothing is read from disk and nothing from elsewhere.</summary>
internal static class PageAssets
{
    private const string Prefix = "page/";

    private static readonly Dictionary<string, string> ContentTypes = new()
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
    };

    public static void MapPageAssets(this IEndpointRouteBuilder endpoints)
    {
        var assembly = typeof(PageAssets).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            var name = resource[Prefix.Length..];
            var tag = new EntityTagHeaderValue($"\"{XxHash64.HashToUInt64(bytes):x16}\"");
            endpoints.MapGet(name == "index.html" ? "/" : $"/{name}", (HttpResponse response) =>
            {
                response.Headers.ContentSecurityPolicy = "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'";
                response.Headers.CacheControl = "no-cache";
                response.Headers.XContentTypeOptions = "nosniff";
                return Results.Bytes(bytes, ContentTypes[Path.GetExtension(name)], entityTag: tag);
            }).ExcludeFromDescription();
        }
    }
}
