namespace PlanetGraph.Service.Standardize;

/// <summary>Answers with problem+json (RFC 9457).</summary>
internal static class Problem
{
    /// <summary>Writes the problem; <paramref name="index"/> is the entry of addrs at fault.</summary>
    public static Task WriteAsync(HttpContext context, int status, string detail, int? index = null) => TypedResults
        .Problem(detail, statusCode: status, extensions: index is { } entry ? [new("index", entry)] : null)
        .ExecuteAsync(context);
}
