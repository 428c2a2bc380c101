namespace PlanetGraph.E2E.Tests.Lab;

/// <summary>Compiles data packages that differ in one answer, so that a test sees which one a pod has.</summary>
internal static class DataPackage
{
    /// <summary>Compiles the repo's data, with one more short name for 杭州市.</summary>
    /// <param name="repo">Root of the repo.</param>
    /// <param name="shortName">The name that only this package knows.</param>
    public static async Task<byte[]> WithShortNameAsync(string repo, string shortName)
    {
        var folder = Directory.CreateTempSubdirectory("planet-graph-data").FullName;
        try
        {
            foreach (var table in Directory.GetFiles(Path.Combine(repo, "service/data/tables")))
            {
                File.Copy(table, Path.Combine(folder, Path.GetFileName(table)));
            }

            await File.AppendAllTextAsync(Path.Combine(folder, "short-names.tsv"), $"{shortName}\t浙江省/杭州市\tany\tthis test\n", TestContext.Current.CancellationToken);
            var bin = Path.Combine(folder, "data_stable.bin");
            await Command.RunAsync("dotnet", ["artifacts/bin/PlanetGraph.Data/release/PlanetGraph.Data.dll", "compile", "--tables", folder, "--output", bin], repo);
            return await File.ReadAllBytesAsync(bin, TestContext.Current.CancellationToken);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
