using PlanetGraph.Service.Configuration;
using PlanetGraph.Testing.Servers;

namespace PlanetGraph.Service.Tests.Documentation;

public sealed class KeyTableTests
{
    [Fact]
    public void Documentation_KeyTable_IsWhatTheServiceReads()
    {
        var documented = File.ReadLines(Path.Combine(RepositoryFolder.Path, "docs/service.md"))
            .SkipWhile(line => !line.StartsWith("<!-- keys", StringComparison.Ordinal))
            .TakeWhile(line => !line.StartsWith("<!-- end", StringComparison.Ordinal))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal));

        var known = SettingCatalogue.All.Select(setting => $"| `{setting.Key}` | {SettingCatalogue.DefaultOf(setting.Key)} | {setting.Description} |");

        Assert.Equal(known, documented);
    }
}
