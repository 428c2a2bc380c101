using System.Text;
using CsCheck;
using PlanetGraph.Generator.Rendering;
using PlanetGraph.Generator.Spec;

namespace PlanetGraph.Generator.Tests.Rendering;

/// <summary>A default that YAML reads back as something else would be another default.</summary>
public sealed class YamlTextTests
{
    private static readonly string[] Tricky = ["yes", "1.0", "null", "~", "a: b", "#x", "", " ", "*", "0x1", "1e3", "中文", "a'b\"c", "- x", "true", "{{ x }}", "10%"];

    private static readonly Gen<object?> Scalars = Gen.OneOf(
        Gen.Int[0, Tricky.Length - 1].Select(index => (object?)Tricky[index]),
        Gen.String.AlphaNumeric.Select(text => (object?)text),
        Gen.Long.Select(number => (object?)number),
        Gen.Bool.Select(flag => (object?)flag));

    [Fact]
    public void Flow_AnyValue_IsReadBackAsItWas()
        => Scalars.Array[0, 4].Sample(items =>
        {
            var map = new YamlMap { { "list", items.ToList() }, { "one", items.FirstOrDefault() ?? "none" } };

            var read = Read(YamlText.Flow(map));

            Assert.Equal(YamlText.Flow(map), YamlText.Flow(read));
        });

    [Fact]
    public void AppendEntry_LongMap_BecomesABlock()
    {
        var text = new StringBuilder();

        YamlText.AppendEntry(text, 2, "resources", new YamlMap { { "requests", new YamlMap { { "cpu", "1" } } } });

        Assert.Equal("  resources:\n    requests: { cpu: \"1\" }\n", text.ToString());
    }

    private static object? Read(string yaml)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("planet-graph-yaml-").FullName, "a.yaml");
        File.WriteAllText(path, yaml);
        var value = SpecNode.Load(path, "a.yaml").Plain();
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        return value;
    }
}
