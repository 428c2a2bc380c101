using PlanetGraph.Publisher.Cluster;

namespace PlanetGraph.Standalone.Tests.Publisher;

/// <summary>What the publisher may delete in a cluster is said whole, or it does not start.</summary>
public sealed class CleanupOptionsTests
{
    [Theory]
    [InlineData("publisher", "", "ns", "", 260, "needs the name of the workers' Job")]
    [InlineData("ttl", "job", "", "", 260, "POD_NAMESPACE is empty")]
    [InlineData("ttl", "job", "ns", "v1/nodes/node-1", 260, "'v1/nodes/node-1' is not one of")]
    [InlineData("publisher", "job", "ns", "", -1, "Cleanup:TtlSeconds is -1")]
    public void Validate_SomethingMissing_SaysWhat(string mode, string job, string space, string objects, int ttl, string sentence)
    {
        var verdict = new CleanupOptionsValidator().Validate(
            null, new CleanupOptions { Mode = Enum.Parse<CleanupMode>(mode, ignoreCase: true), Job = job, Namespace = space, Objects = objects, TtlSeconds = ttl });

        Assert.Contains(sentence, verdict.FailureMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_OutsideACluster_NeedsNothing() => Assert.True(new CleanupOptionsValidator().Validate(null, new CleanupOptions()).Succeeded);
}
