using PlanetGraph.Service.Configuration;
using PlanetGraph.Testing.Servers;

namespace PlanetGraph.Service.Tests.Documentation;

public sealed class KeyTableTests
{
    [Fact]
    public void Documentation_KeyTable_IsWhatTheServiceReads() => Assert.Equal(
        SettingCatalogue.All.Select(setting => $"| `{setting.Key}` | {SettingCatalogue.DefaultOf(setting.Key)} | {setting.Description} |"),
        RowsOf("docs/service.md"));

    [Fact]
    public void DocumentationInChinese_KeyTable_HasTheSameKeys() => Assert.Equal(
        SettingCatalogue.All.Select(setting => setting.Key), RowsOf("docs/service.zh-CN.md").Select(row => row.Split('`')[1]));

    private static IEnumerable<string> RowsOf(string file) => File.ReadLines(Path.Combine(RepositoryFolder.Path, file))
        .SkipWhile(line => !line.StartsWith("<!-- keys", StringComparison.Ordinal))
        .TakeWhile(line => !line.StartsWith("<!-- end", StringComparison.Ordinal))
        .Where(line => line.StartsWith("| `", StringComparison.Ordinal));
}
