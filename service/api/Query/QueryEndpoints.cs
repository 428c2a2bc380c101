using Microsoft.AspNetCore.Http.HttpResults;
using PlanetGraph.Engine;
using PlanetGraph.Service.Gazetteer;

namespace PlanetGraph.Service.Query;

/// <summary>GET /planet-graph/v2/query/…: the divisions level by level. provinces is the original's probe path.</summary>
internal static class QueryEndpoints
{
    public static void MapQuery(this IEndpointRouteBuilder routes)
    {
        var query = routes.MapGroup("/query").WithTags("query");
        query.MapGet("/provinces", Provinces).WithSummary("All provinces");
        query.MapGet("/cities", Cities).ProducesProblem(400).ProducesProblem(404)
            .WithSummary("The cities of a province");
        query.MapGet("/regions", Regions).ProducesProblem(400).ProducesProblem(404)
            .WithSummary("The regions (区县) of a city; without city those directly under the province");
        query.MapGet("/towns", Towns).ProducesProblem(400).ProducesProblem(404)
            .WithSummary("The towns (街道/乡镇) of a region; without region those directly under the city");
    }

    private static Ok<ProvinceList> Provinces(StandardizerHolder holder) => TypedResults.Ok(new ProvinceList(holder.Current.Provinces()));

    private static Results<Ok<CityList>, ProblemHttpResult> Cities(StandardizerHolder holder, string? province = null)
    {
        var divisions = holder.Current;
        return Fault(divisions, province, null, null) is { } problem ? problem : TypedResults.Ok(new CityList(divisions.Cities(province!)));
    }

    private static Results<Ok<RegionList>, ProblemHttpResult> Regions(StandardizerHolder holder, string? province = null, string? city = null)
    {
        var divisions = holder.Current;
        return Fault(divisions, province, city, null) is { } problem
            ? problem
            : TypedResults.Ok(new RegionList(divisions.Regions(province!, Given(city))));
    }

    private static Results<Ok<TownList>, ProblemHttpResult> Towns(
        StandardizerHolder holder, string? province = null, string? city = null, string? region = null)
    {
        var divisions = holder.Current;
        return Fault(divisions, province, city, region) is { } problem
            ? problem
            : TypedResults.Ok(new TownList(divisions.Towns(province!, Given(city), Given(region))));
    }

    private static ProblemHttpResult? Fault(Standardizer divisions, string? province, string? city, string? region)
    {
        if (string.IsNullOrEmpty(province))
        {
            return TypedResults.Problem("Say which province: ?province=浙江省", statusCode: StatusCodes.Status400BadRequest);
        }

        if (!divisions.Provinces().Contains(province))
        {
            return Unknown($"There is no province {province}; query/provinces lists the official names.");
        }

        if (Given(city) is { } && !divisions.Cities(province).Contains(city))
        {
            return Unknown($"{province} has no city {city}; query/cities?province={province} lists them.");
        }

        return Given(region) is { } && !divisions.Regions(province, Given(city)).Contains(region)
            ? Unknown($"{province}{city} has no region {region}; query/regions?province={province}&city={city} lists them.")
            : null;
    }

    private static string? Given(string? name) => string.IsNullOrEmpty(name) ? null : name;

    private static ProblemHttpResult Unknown(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status404NotFound);
}
