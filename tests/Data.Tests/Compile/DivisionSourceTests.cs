using PlanetGraph.Data.Compile;
using PlanetGraph.Engine.Data;

namespace PlanetGraph.Data.Tests.Compile;

/// <summary>The source in the repo must give back the tree that was imported: what slips to another parent is a wrong hierarchy.</summary>
public sealed class DivisionSourceTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("divisions").FullName;

    private string Path => System.IO.Path.Combine(folder, "divisions.tsv.br");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Read_CountyDirectlyUnderAProvince_StaysThere()
    {
        Division province = new("湖北省", DivisionLevel.Province, null);
        province.Add("恩施州", DivisionLevel.City).Add("恩施市", DivisionLevel.Region).Add("小渡船街道", DivisionLevel.Town).Add("航空村", DivisionLevel.Village);
        province.Add("仙桃市", DivisionLevel.Region).Add("龙华山街道", DivisionLevel.Town);
        DivisionSource.Write(Path, "test", [province]);

        (string source, List<Division> read) = DivisionSource.Read(Path);

        Assert.Equal("test", source);
        Assert.Equal(
            province.Walk().Select(division => division.ToString()),
            read.SelectMany(division => division.Walk()).Select(division => division.ToString()));
    }

    [Fact]
    public void Read_LineWithoutLevel_NamesTheLine()
    {
        DivisionSource.Write(Path, "test", [new Division("湖北省", DivisionLevel.Province, null) { Children = { new Division("\n武汉市", DivisionLevel.City, null) } }]);
        Assert.Contains(":3:", Assert.Throws<InvalidDataException>(() => DivisionSource.Read(Path)).Message, StringComparison.Ordinal);
    }
}
