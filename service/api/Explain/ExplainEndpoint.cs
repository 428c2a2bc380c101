using Microsoft.AspNetCore.Http.HttpResults;
using PlanetGraph.Engine;
using PlanetGraph.Service.Configuration;
using PlanetGraph.Service.Gazetteer;

namespace PlanetGraph.Service.Explain;

/// <summary>GET /planet-graph/v2/address/explain?addr=…: why each part was decided, and what lost.</summary>
internal static class ExplainEndpoint
{
    public static void MapExplain(this IEndpointRouteBuilder routes) => routes
        .MapGet("/explain", Explain)
        .WithTags("address")
        .WithSummary("Why an address was read as it was: the rule of each part, and the candidates that lost by how much")
        .ProducesProblem(StatusCodes.Status400BadRequest);

    private static Results<Ok<Explanation>, ProblemHttpResult> Explain(StandardizerHolder holder, RequestOptions options, string? addr = null)
    {
        if (addr is null)
        {
            return Bad("Say which address: ?addr=北京市朝阳区");
        }

        return addr.Length > options.MaxAddressLength
            ? Bad($"The address has {addr.Length} characters; at most {options.MaxAddressLength} are taken.")
            : TypedResults.Ok(holder.Current.Explain(addr));
    }

    private static ProblemHttpResult Bad(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status400BadRequest);
}
