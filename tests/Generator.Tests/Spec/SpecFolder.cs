namespace PlanetGraph.Generator.Tests.Spec;

/// <summary>A small specification in a temporary folder.</summary>
internal sealed class SpecFolder : IDisposable
{
    private const string Chart = """
        chart: { name: demo, shortName: demo, version: 1.0.0, appVersion: 1.0.0, description: A demo., keywords: [a], install: { release: demo, namespace: demo-ns, values: {} } }
        components:
          - name: web
            title: the web
            kind: web
            traits: [image]
            ports: []
            defaults: { image.tag: "1.0" }
        values:
          - key: replicas
            type: integer
            minimum: 0
            default: 3
            description: How many.
            environments: { dev: 1 }

        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("planet-graph-spec-");

    public SpecFolder()
    {
        Directory.CreateDirectory(System.IO.Path.Combine(Path, "templates/demo"));
        Directory.CreateDirectory(System.IO.Path.Combine(Path, "spec"));
        Write("spec/environments.yaml", "environments:\n  dev: { description: Small. }\n  prod: { description: Big. }\n");
        Write("spec/shared.yaml", "values:\n  - { key: global, type: object, default: {}, description: Shared., readBy: parent }\ntraits:\n  image:\n    - { key: image.tag, type: string, description: \"Tag of {title}.\" }\n");
        Write("spec/demo.yaml", Chart);
        Write("templates/demo/web.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: web }\ndata:\n  replicas: {{ .Values.replicas | quote }}\n  tag: {{ .Values.web.image.tag }}\n  name: [[ chart.name ]]\n");
    }

    public string Path => _folder.FullName;

    public string Spec => System.IO.Path.Combine(Path, "spec");

    public string Templates => System.IO.Path.Combine(Path, "templates");

    public void Write(string file, string text) => File.WriteAllText(System.IO.Path.Combine(Path, file), text);

    public void Replace(string file, string what, string with)
    {
        var path = System.IO.Path.Combine(Path, file);
        var text = File.ReadAllText(path);
        Assert.Contains(what, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(what, with, StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
