namespace PlanetGraph.Service.Dictionary;

/// <summary>GET /planet-graph/v2/query/dictionary: what of the customer's dictionary is in use, and which rows were left out why.</summary>
internal static class DictionaryEndpoint
{
    private const int ShownRows = 100;

    public static void MapDictionary(this IEndpointRouteBuilder routes) => routes
        .MapGet("/query/dictionary", (DictionaryReload reload) => TypedResults.Ok(AnswerOf(reload.State)))
        .WithTags("query")
        .WithSummary("The customer's dictionary: rows in use by kind, and the rows that were left out with the reason");

    private static DictionaryAnswer AnswerOf(DictionaryState state) => new(
        state.LoadedAt,
        CustomerEntryKinds.Named.ToDictionary(named => named.Name, named => state.Entries.GetValueOrDefault(named.Kind)),
        state.Rejected.Count,
        [.. state.Rejected.Take(ShownRows)],
        state.Fault);
}
