using Microsoft.AspNetCore.Http.HttpResults;
using PlanetGraph.Service.Gazetteer;

namespace PlanetGraph.Service.Health;

/// <summary>The probes of Kubernetes.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz/live", () => TypedResults.Ok(new HealthAnswer("live")))
            .WithTags("health").WithSummary("The process answers");
        routes.MapGet("/healthz/ready", Ready)
            .WithTags("health").WithSummary("The data is loaded and requests are welcome; 503 once the service was asked to stop")
            .Produces<HealthAnswer>().Produces<HealthAnswer>(StatusCodes.Status503ServiceUnavailable);
    }

    private static JsonHttpResult<HealthAnswer> Ready(Readiness readiness, StandardizerHolder holder)
    {
        var (status, code) = readiness.IsStopping
            ? ("stopping", StatusCodes.Status503ServiceUnavailable)
            : ("ready", StatusCodes.Status200OK);
        return TypedResults.Json(new HealthAnswer(status, holder.Current.Version.Checksum), statusCode: code);
    }
}
