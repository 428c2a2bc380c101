using System.Text;
using PlanetGraph.Engine;
using PlanetGraph.Service.Dictionary;
using PlanetGraph.Testing.Processes;

namespace PlanetGraph.Service.Tests.Dictionary;

/// <summary>A dictionary comes out of Excel, out of scripts and out of hands: every row is read, or reported with its line.</summary>
public sealed class CsvDictionarySourceTests : IDisposable
{
    private readonly TemporaryFolder folder = new("dictionary");

    [Fact]
    public async Task Read_ColumnsInAnotherOrder_FindsThemByName()
    {
        var reading = await ReadAsync("city,name,kind\n杭州市,云谷,mall\n");

        Assert.Equal(new CustomerEntry(CustomerEntryKind.Mall, "云谷", City: "杭州市", Source: "d.csv:2"), Assert.Single(reading.Entries));
    }

    [Theory]
    [InlineData("kind\tname\nmall\t云谷\n")]
    [InlineData("kind;name\r\nmall;云谷\r\n")]
    [InlineData("kind,name\nMALL, 云谷 ")]
    public async Task Read_AnySeparatorAndLineEnd_GivesTheRow(string text) =>
        Assert.Equal("云谷", Assert.Single((await ReadAsync(text)).Entries).Name);

    [Theory]
    [InlineData("GB18030", false)]
    [InlineData("utf-8", true)]
    public async Task Read_AsExcelSavesIt_GivesChinese(string encoding, bool bom)
    {
        var codec = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? new UTF8Encoding(bom);
        await File.WriteAllBytesAsync(folder["d.csv"], [.. codec.GetPreamble(), .. codec.GetBytes("kind,name\nresidential,云谷天境\n")], TestContext.Current.CancellationToken);

        Assert.Equal("云谷天境", Assert.Single((await SourceAsync()).Entries).Name);
    }

    [Fact]
    public async Task Read_CellInQuotes_KeepsItsComma() =>
        Assert.Equal("云谷,天街", Assert.Single((await ReadAsync("kind,name\nmall,\"云谷,天街\"\n")).Entries).Name);

    [Theory]
    [InlineData("mal,云谷", "The kind \"mal\" is none of alias, division, company, residential, office, mall, business_circle.")]
    [InlineData("mall,", "The name is empty.")]
    [InlineData("mall,谷", "one character")]
    [InlineData("mall,云谷,天街", "The row has 3 cells, the header 2; put a cell with a comma in quotes.")]
    [InlineData("alias,云谷", "does not say which division it stands for; fill official")]
    [InlineData("division,云谷镇", "does not say where it lies")]
    public async Task Read_WrongRow_IsReportedWithItsLineAndTheRestHolds(string row, string reason)
    {
        var reading = await ReadAsync($"kind,name\nmall,第一\n\n{row}\nmall,第二\n");

        Assert.Equal(["第一", "第二"], reading.Entries.Select(entry => entry.Name));
        var rejected = Assert.Single(reading.Rejected);
        Assert.Equal("d.csv:4", rejected.Source);
        Assert.Contains(reason, rejected.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_RowAfterALineBreakInQuotes_IsReportedWithItsOwnLine() =>
        Assert.Equal("d.csv:4", (await ReadAsync("kind,name,note\nmall,云谷,\"two\nlines\"\nmal,云谷,\n")).Rejected.Single().Source);

    [Theory]
    [InlineData("kind,name,provnce\nmall,云谷,浙江省\n", "unknown column \"provnce\"")]
    [InlineData("name,official\n云谷,云谷\n", "no column kind")]
    public async Task Read_WrongHeader_LeavesTheFileOutAndSaysWhy(string text, string reason)
    {
        await File.WriteAllTextAsync(folder["e.csv"], "kind,name\nmall,另一个\n", TestContext.Current.CancellationToken);

        var reading = await ReadAsync(text);

        Assert.Contains(reason, Assert.Single(reading.Rejected).Reason, StringComparison.Ordinal);
        Assert.Equal("另一个", Assert.Single(reading.Entries).Name);
    }

    [Fact]
    public async Task Read_EmptyFile_IsNoRow() => Assert.Equal(DictionaryReading.Empty, await ReadAsync(""));

    [Fact]
    public async Task Read_NoSuchPath_SaysWhichKeyAndPath()
    {
        var error = await Assert.ThrowsAsync<DictionaryException>(() => new CsvDictionarySource(folder["none"]).ReadAsync(TestContext.Current.CancellationToken));

        Assert.Equal($"planet-graph.dictionary.path: there is no file or folder {folder["none"]}.", error.Message);
    }

    public void Dispose() => folder.Dispose();

    private async Task<DictionaryReading> ReadAsync(string text)
    {
        await File.WriteAllTextAsync(folder["d.csv"], text, TestContext.Current.CancellationToken);
        return await SourceAsync();
    }

    private Task<DictionaryReading> SourceAsync() => new CsvDictionarySource(folder.Path).ReadAsync(TestContext.Current.CancellationToken);
}
