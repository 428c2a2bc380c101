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

    [Theory]
    [InlineData("pg-batch-publisher-1", 2, true)]
    [InlineData("pg-batch-publisher-2", 2, false)]
    [InlineData("pg-batch-publisher-0", 1, true)]
    public void Validate_PublisherBeyondTheReplicas_IsRefused(string pod, int replicas, bool good)
    {
        var verdict = new PublisherOptionsValidator().Validate(null, new PublisherOptions { PodName = pod, Replicas = replicas });

        Assert.Equal(good, verdict.Succeeded);
        Assert.Equal(!good, verdict.FailureMessage?.Contains("Publisher 2 is one too many: Publisher:Replicas is 2", StringComparison.Ordinal) ?? false);
    }
}
