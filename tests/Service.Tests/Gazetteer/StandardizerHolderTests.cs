using Microsoft.Extensions.DependencyInjection;
using PlanetGraph.Engine;
using PlanetGraph.Service.Gazetteer;

namespace PlanetGraph.Service.Tests.Gazetteer;

public sealed class StandardizerHolderTests
{
    private const string Body = """{"addrs":["老王大厦"]}""";

    [Fact]
    public async Task Use_WhileRequestsRun_NoneFailsAndTheNextHasTheNewNames()
    {
        await using var service = await RunningService.StartAsync([("planet-graph.request.max-in-flight", "200")]);
        var holder = service.App.Services.GetRequiredService<StandardizerHolder>();
        var requests = Enumerable.Range(0, 200).Select(async _ =>
        {
            using var answer = await service.PostAsync(Body);
            return answer.IsSuccessStatusCode;
        }).ToList();

        holder.Use(holder.Data.WithDictionary(new CustomerDictionary([new CustomerEntry(CustomerEntryKind.Office, "老王大厦", "老王国际大厦")])));

        Assert.All(await Task.WhenAll(requests), Assert.True);
        using var after = await service.PostAsync(Body);
        Assert.Contains("\"office\":\"老王国际大厦\"", await after.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
