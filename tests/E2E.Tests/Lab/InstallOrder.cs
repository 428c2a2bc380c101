using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(PlanetGraph.E2E.Tests.Lab.InstallOrder))]

namespace PlanetGraph.E2E.Tests.Lab;

/// <summary>
/// First the classes that leave the cluster without a release, then the one that makes the release that all others share. Each class holds
/// alone and in any order; this one saves installs.
/// </summary>
internal sealed class InstallOrder : ITestCollectionOrderer
{
    private static readonly string[] First = ["NamespaceTests", "HelmFourTests", "InstallTests"];

    /// <inheritdoc />
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(c => Rank(c.TestCollectionDisplayName))];

    private static int Rank(string name)
    {
        var rank = Array.FindIndex(First, f => name.Contains(f, StringComparison.Ordinal));
        return rank < 0 ? First.Length : rank;
    }
}
