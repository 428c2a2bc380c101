using CsCheck;
using PlanetGraph.Engine.Data;
using PlanetGraph.Engine.Tests.HardCases;

namespace PlanetGraph.Engine.Tests.Data;

/// <summary>The number of a name that stands for one thing is that thing: a wrong bit is another town.</summary>
public sealed class NameNumberTests(RepositoryData data) : IClassFixture<RepositoryData>
{
    [Fact]
    public void OfVillage_EveryTown_ComesBack() =>
        Assert.All(Enumerable.Range(0, ushort.MaxValue + 1), town =>
        {
            int name = NameNumber.OfVillage((ushort)town);
            Assert.True(NameNumber.IsOneVillage(name) && !NameNumber.IsListed(name) && NameNumber.Town(name) == town);
        });

    [Fact]
    public void OfReference_AnyUnitOfAnyKind_ComesBackAndFitsANode() =>
        Gen.Select(Gen.Int[0, NameNumber.LastUnit], Gen.Enum<NameKind>()).Sample((unit, kind) =>
        {
            NameReference reference = new(unit, kind);
            int name = NameNumber.OfReference(reference);
            TrieNode node = new(1, 1, name, LevelSet.None, LevelSet.None);
            return !NameNumber.IsListed(name) && !NameNumber.IsOneVillage(name) && node.Name == name && NameNumber.Reference(node.Name) == reference;
        });

    [Fact]
    public void ReferencesAndVillages_OfOneVillageAndOfOneUnit_AreThese()
    {
        Gazetteer gazetteer = data.Standardizer.Gazetteer;
        int village = NameNumber.OfVillage(77);
        int unit = NameNumber.OfReference(new NameReference(9, NameKind.Former));

        Assert.Equal([77], gazetteer.VillageTownsOf(village).ToArray());
        Assert.Empty(gazetteer.ReferencesOf(village).ToArray());
        Assert.Equal([new NameReference(9, NameKind.Former)], gazetteer.ReferencesOf(unit).ToArray());
        Assert.Empty(gazetteer.VillageTownsOf(unit).ToArray());
    }
}
