using PlanetGraph.Data.Compile;

namespace PlanetGraph.Data.Tests.Tables;

/// <summary>A wrong row of our tables gives wrong answers to everybody who writes that name; these tests refuse it.</summary>
public sealed class TablesTests(DivisionPaths divisions) : IClassFixture<DivisionPaths>
{
    [Theory]
    [InlineData("short-names.tsv", "path")]
    [InlineData("renamed.tsv", "new")]
    [InlineData("renamed.tsv", "also")]
    [InlineData("renamed-towns.tsv", "new")]
    [InlineData("zones.tsv", "path")]
    [InlineData("business-circles.tsv", "path")]
    public void EveryPathOfToday_NamesADivision(string file, string column)
    {
        IEnumerable<string> unknown = Column(file, column)
            .SelectMany(cell => cell.Split('|', StringSplitOptions.RemoveEmptyEntries))
            .Where(path => !divisions.Contains(path));

        Assert.Empty(unknown);
    }

    [Theory]
    [InlineData("renamed.tsv")]
    [InlineData("renamed-towns.tsv")]
    public void EveryFormerName_IsNoDivisionOfToday(string file) =>
        Assert.DoesNotContain(Column(file, "old"), divisions.Contains);

    [Theory]
    [InlineData("renamed.tsv")]
    [InlineData("renamed-towns.tsv")]
    public void EveryFormerName_StandsOnce(string file) =>
        Assert.Empty(Column(file, "old").GroupBy(old => old).Where(group => group.Count() > 1).Select(group => group.Key));

    [Fact]
    public void EveryFormerName_HasParentsOfTodayOrFormerOnes()
    {
        HashSet<string> former = [.. Column("renamed.tsv", "old")];

        IEnumerable<string> lost = Column("renamed.tsv", "old").Concat(Column("renamed-towns.tsv", "old"))
            .SelectMany(Parents)
            .Where(parent => !divisions.Contains(parent) && !former.Contains(parent) && !HeldByItsCity(parent, former));

        Assert.Empty(lost.Distinct());
    }

    [Fact]
    public void EveryShortName_SaysWhereItMayStand() =>
        Assert.DoesNotContain(Column("short-names.tsv", "use"), use => use is not ("any" or "prefix"));

    [Fact]
    public void EveryOneCharacterName_StandsOnlyBeforeAnotherDivision() =>
        Assert.DoesNotContain(Rows("short-names.tsv", "short", "use"), row => row[0].Length == 1 && row[1] != "prefix");

    [Fact]
    public void EveryZone_IsADivisionOrNone() =>
        Assert.DoesNotContain(Column("zones.tsv", "kind"), kind => kind is not ("division" or "zone"));

    [Fact]
    public void EveryTraditionalCharacter_IsOneCharacterThatStandsOnce()
    {
        List<string[]> rows = [.. Rows("traditional.tsv", "traditional", "simplified")];

        Assert.DoesNotContain(rows, row => row[0].Length != 1 || row[1].Length != 1 || row[0] == row[1]);
        Assert.Empty(rows.GroupBy(row => row[0]).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    [Fact]
    public void NoSimplifiedCharacter_IsFoldedFurther()
    {
        HashSet<string> traditional = [.. Column("traditional.tsv", "traditional")];

        Assert.DoesNotContain(Column("traditional.tsv", "simplified"), traditional.Contains);
    }

    [Theory]
    [InlineData("short-names.tsv")]
    [InlineData("renamed.tsv")]
    [InlineData("renamed-towns.tsv")]
    [InlineData("zones.tsv")]
    [InlineData("traditional.tsv")]
    [InlineData("words.tsv")]
    [InlineData("business-circles.tsv")]
    public void EveryRow_NamesItsSource(string file)
    {
        List<string> sources = [.. Column(file, "source")];

        Assert.NotEmpty(sources);
        Assert.DoesNotContain(string.Empty, sources);
    }

    private static IEnumerable<string[]> Rows(string file, params string[] columns) =>
        Tsv.Rows(Repository.File(Path.Combine("service/data/tables", file)), columns).Select(row => row.Cells);

    private static IEnumerable<string> Column(string file, string column) => Rows(file, column).Select(row => row[0]);

    /// <summary>襄樊市/樊城区 has no row: that of 襄樊市 holds for all that keep their names.</summary>
    private static bool HeldByItsCity(string region, HashSet<string> former) =>
        region.Split('/') is [var province, var city, _] && former.Contains($"{province}/{city}");

    private static IEnumerable<string> Parents(string path)
    {
        string[] names = path.Split('/');
        for (int length = names.Length - 1; length > 0; length--)
        {
            if (names[length - 1].Length > 0)
            {
                yield return string.Join('/', names[..length]);
            }
        }
    }
}
