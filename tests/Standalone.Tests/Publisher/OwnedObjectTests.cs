using PlanetGraph.Publisher.Cluster;

namespace PlanetGraph.Standalone.Tests.Publisher;

/// <summary>What the Job takes with it when it goes.</summary>
public sealed class OwnedObjectTests
{
    [Fact]
    public void Parse_ListOfTheChart_NamesEachObject()
    {
        var objects = OwnedObject.Parse("apps/v1/statefulsets/pg-publisher  v1/services/pg-broker", out var error);
        Assert.Null(error);
        Assert.Equal(["apps/v1/statefulsets/pg-publisher", "v1/services/pg-broker"], objects!.Select(one => one.ToString()));
    }

    [Theory]
    [InlineData("apps/v1/daemonsets/x")]
    [InlineData("services/x")]
    [InlineData("v1/services/")]
    public void Parse_UnknownObject_SaysWhich(string text)
    {
        Assert.Null(OwnedObject.Parse(text, out var error));
        Assert.Contains(text, error);
    }
}
