using PlanetGraph.Engine.Tests.HardCases;

namespace PlanetGraph.Engine.Tests.Sessions;

/// <summary>
/// Every division of the data, in ways that people write one, is read as itself: a rule made for one name that takes others away is seen here. The shares are what is read,
/// less a little: 新竹 alone is a city and a county, and some towns are no name to tell an address by (管理委员会, a prison, a firm).
/// </summary>
public sealed class EveryDivisionTests(RepositoryData data) : IClassFixture<RepositoryData>
{
    private readonly Standardizer standardizer = data.Standardizer;
    private readonly StandardizerSession session = data.Standardizer.CreateSession();

    [Fact]
    public void City_SaidTwice_HasNoRegion() => AssertRead(0.995,
        from unit in Cities()
        from text in (string[])[$"{unit.City}{unit.City}", $"{unit.Province}{unit.City}{unit.Province}{unit.City}", $"{Core(unit.City)}{unit.City}", $"{Core(unit.City)}{Core(unit.City)}"]
        let parts = session.Standardize(text + "人民路1号")
        select new Answer(text, $"{unit.City}/", $"{parts.City}/{parts.Region}"));

    [Fact]
    public void Region_BehindItsCity_IsThatRegion() => AssertRead(0.998,
        from unit in Cities()
        from region in standardizer.Regions(unit.Province, CityOrNone(unit))
        from text in (string[])[$"{unit.Province}{unit.City}{region}", $"{unit.City}{region}人民路1号", $"{Core(unit.City)}{region}人民路1号", $"{unit.City}{region}{unit.City}{region}人民路1号"]
        let parts = session.Standardize(text)
        select new Answer(text, $"{unit.City}/{region}", $"{parts.City}/{parts.Region}"));

    [Fact]
    public void Town_BehindItsRegion_IsThatTown() => AssertRead(0.997,
        from unit in Cities()
        from region in standardizer.Regions(unit.Province, CityOrNone(unit))
        from town in standardizer.Towns(unit.Province, CityOrNone(unit), region)
        let text = $"{unit.City}{region}{town}人民路1号"
        let parts = session.Standardize(text)
        select new Answer(text, $"{region}/{town}", $"{parts.Region}/{parts.Town}"));

    private static void AssertRead(double least, IEnumerable<Answer> answers)
    {
        List<Answer> all = [.. answers];
        List<Answer> wrong = [.. all.Where(answer => answer.Read != answer.Wanted)];

        Assert.NotEmpty(all);
        Assert.True(all.Count - wrong.Count >= least * all.Count, $"{wrong.Count} of {all.Count} are wrong:{Environment.NewLine}{string.Join(Environment.NewLine, wrong.Take(100))}");
    }

    private IEnumerable<(string Province, string City)> Cities() =>
        from province in standardizer.Provinces()
        from city in standardizer.Cities(province).DefaultIfEmpty(province)
        select (province, city);

    /// <summary>The city to ask for regions below; a municipality has none.</summary>
    private static string? CityOrNone((string Province, string City) unit) => unit.City == unit.Province ? null : unit.City;

    /// <summary>杭州 of 杭州市; a 自治州, 地区 or 盟 stays whole.</summary>
    private static string Core(string city) => city.EndsWith('市') ? city[..^1] : city;

    private sealed record Answer(string Text, string Wanted, string Read);
}
