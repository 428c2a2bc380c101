using PlanetGraph.Generator.Output;
using PlanetGraph.Generator.Rendering;
using PlanetGraph.Generator.Spec;
using PlanetGraph.Generator.Tests.Spec;

namespace PlanetGraph.Generator.Tests.Output;

/// <summary>What is on disk is ours, stale, edited or somebody else's, and nobody's work is lost.</summary>
public sealed class ChartFolderTests : IDisposable
{
    private readonly SpecFolder _source = new();
    private readonly DirectoryInfo _target = Directory.CreateTempSubdirectory("planet-graph-charts-");

    private ChartFolder Folder => new(_target.FullName);

    public void Dispose()
    {
        _source.Dispose();
        _target.Delete(recursive: true);
    }

    [Fact]
    public void Replace_ThenCompare_FindsNothing()
    {
        Folder.Replace(Build());

        Assert.Empty(Folder.Compare(Build()));
    }

    [Fact]
    public void Compare_SpecificationChanged_IsStale()
    {
        Folder.Replace(Build());
        _source.Replace("spec/demo.yaml", "default: 3", "default: 4");

        Assert.All(Folder.Compare(Build()), change => Assert.Equal(ChangeKind.Stale, change.Kind));
        Assert.Contains(Folder.Compare(Build()), change => change.Path == "demo/values.yaml");
    }

    [Fact]
    public void Compare_FileEditedByHand_IsEdited()
    {
        Folder.Replace(Build());
        File.AppendAllText(Path("demo/values.yaml"), "mine: 1\n");

        Assert.Equal(ChangeKind.Edited, Assert.Single(Folder.Compare(Build())).Kind);
    }

    [Fact]
    public void Replace_TemplateRemoved_RemovesItsFile()
    {
        _source.Write("templates/demo/old.yaml", "old: true\n");
        Folder.Replace(Build());
        File.Delete(System.IO.Path.Combine(_source.Templates, "demo/old.yaml"));

        Assert.Equal(ChangeKind.Removed, Assert.Single(Folder.Compare(Build())).Kind);
        Folder.Replace(Build());

        Assert.False(File.Exists(Path("demo/templates/old.yaml")));
    }

    [Fact]
    public void Replace_ForeignFile_MovesAlong()
    {
        Folder.Replace(Build());
        File.WriteAllText(Path("demo/values-mine.yaml"), "replicas: 9\n");
        _source.Replace("spec/demo.yaml", "default: 3", "default: 4");

        Folder.Replace(Build());

        Assert.Equal("replicas: 9\n", File.ReadAllText(Path("demo/values-mine.yaml")));
        Assert.Equal(ChangeKind.Foreign, Assert.Single(Folder.Compare(Build())).Kind);
    }

    [Fact]
    public void Compare_AfterAnInterruptedReplacement_HasTheOldChartBack()
    {
        Folder.Replace(Build());
        Directory.Move(Path("demo"), Path(".old-demo"));

        Assert.Empty(Folder.Compare(Build()));
        Assert.True(File.Exists(Path("demo/values.yaml")));
    }

    [Fact]
    public void Replace_Manifest_IsReadableBySha256sum()
    {
        Folder.Replace(Build());

        var lines = File.ReadAllLines(Path(OwnershipManifest.FileName));
        Assert.Matches("^# sources [0-9a-f]{64}$", lines[0]);
        Assert.All(lines[1..], line => Assert.Matches("^[0-9a-f]{64}  demo/", line));
    }

    private string Path(string relative) => System.IO.Path.Combine(_target.FullName, relative);

    private GeneratedCharts Build() => new ChartBuilder(_source.Path).Build(SpecReader.Read(_source.Spec));
}
