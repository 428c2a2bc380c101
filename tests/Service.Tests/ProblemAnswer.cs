using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace PlanetGraph.Service.Tests;

/// <summary>Reads a refusal and checks that it is one.</summary>
public static class ProblemAnswer
{
    /// <summary>The problem of an answer that has this status.</summary>
    public static async Task<JsonNode> ProblemAsync(this HttpResponseMessage answer, HttpStatusCode status)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken);
        Assert.Equal((int)status, (int)problem!["status"]!);
        return problem;
    }

    /// <summary>The sentence of a problem.</summary>
    public static string Detail(this JsonNode problem) => (string)problem["detail"]!;
}
