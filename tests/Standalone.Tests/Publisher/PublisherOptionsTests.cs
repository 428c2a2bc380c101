using PlanetGraph.Publisher;

namespace PlanetGraph.Standalone.Tests.Publisher;

/// <summary>Two publishers with one number would list one share twice and another never.</summary>
public sealed class PublisherOptionsTests
{
    [Theory]
    [InlineData("pg-batch-publisher-0", null, 0)]
    [InlineData("pg-batch-1613965896-publisher-12", null, 12)]
    [InlineData("publisher", null, 0)]
    [InlineData("pg-batch-publisher-3", 1, 1)]
    public void Shard_OfPodName_IsItsOrdinal(string pod, int? ordinal, int shard) =>
        Assert.Equal(shard, new PublisherOptions { PodName = pod, Ordinal = ordinal }.Shard);
}
