using System.Reflection;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace PlanetGraph.Service.Page;

/// <summary>The page at / and its files, which lie in the assembly: no folder to deploy, no other host to ask.</summary>
internal static class PageEndpoints
{
    private const string Policy = "default-src 'self'; img-src 'self' data:; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";

    public static void MapPage(this IEndpointRouteBuilder routes)
    {
        Map(routes, "/", "index.html", "text/html; charset=utf-8");
        Map(routes, "/page/tokens.css", "tokens.css", "text/css; charset=utf-8");
        Map(routes, "/page/page.css", "page.css", "text/css; charset=utf-8");
        Map(routes, "/page/page.js", "page.js", "text/javascript; charset=utf-8");
        Map(routes, "/page/words.js", "words.js", "text/javascript; charset=utf-8");
        Map(routes, "/page/mark.svg", "mark.svg", "image/svg+xml");
    }

    private static void Map(IEndpointRouteBuilder routes, string path, string resource, string contentType)
    {
        var bytes = Load(resource);
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}\"");
        routes.MapGet(path, (HttpContext context) =>
        {
            context.Response.Headers.ContentSecurityPolicy = Policy;
            context.Response.Headers.XContentTypeOptions = "nosniff";
            context.Response.Headers.CacheControl = "no-cache";
            return TypedResults.Bytes(bytes, contentType, entityTag: tag);
        }).ExcludeFromDescription();
    }

    private static byte[] Load(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"page/{resource}")
            ?? throw new InvalidOperationException($"The page file {resource} is not in the assembly; PlanetGraph.Service.csproj embeds Page/.");
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
