namespace PlanetGraph.Service;

/// <summary>Takes //planet-graph/v2/… for /planet-graph/v2/…: clients of the original are documented with a doubled slash.</summary>
internal static class PathSlashes
{
    public static void UseSingleSlashes(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var path = context.Request.Path.Value;
        if (path is not null && path.Contains("//", StringComparison.Ordinal))
        {
            context.Request.Path = string.Concat("/", string.Join('/', path.Split('/', StringSplitOptions.RemoveEmptyEntries)));
        }

        return next(context);
    });
}
