using PlanetGraph.Generator.Diagnostics;

namespace PlanetGraph.Generator.Spec;

/// <summary>Reads one chart's file and unfolds the traits of its components and volumes into values.</summary>
internal static class ChartReader
{
    public static ChartSpec Read(SpecNode root, SpecNode shared, Dictionary<string, SpecNode> traits)
    {
        root.Entries("chart", "components", "values", "volumes");
        var head = root.Need("chart");
        head.Entries("name", "shortName", "version", "appVersion", "description", "keywords", "install");
        var values = new List<ValueSpec>();
        values.AddRange(root.Need("values").Items().Select(node => ValueReader.Read(node, "", "")));
        var volumes = new List<VolumeSpec>();
        foreach (var node in root.Find("volumes")?.Items() ?? [])
        {
            volumes.Add(ReadVolume(node));
            values.AddRange(Unfold(node, ["volume"], volumes[^1].At, volumes[^1].Title, traits));
        }

        var components = new List<ComponentSpec>();
        foreach (var node in root.Need("components").Items())
        {
            var component = ReadComponent(node);
            components.Add(component);
            values.AddRange((node.Find("values")?.Items() ?? []).Select(value => ValueReader.Read(value, component.Name + ".", component.Title)));
            values.AddRange(Unfold(node, component.Traits, component.Name, component.Title, traits));
        }

        values.AddRange(shared.Items().Select(node => ValueReader.Read(node, "", "")));
        return new(
            head.Need("name").Text(), head.Need("shortName").Text(), head.Need("version").Text(), head.Need("appVersion").Text(),
            head.Need("description").Text(), head.Where)
        {
            Keywords = head.Need("keywords").Texts(),
            Install = ReadInstall(head.Need("install")),
            Components = components,
            Volumes = volumes,
            Values = values,
        };
    }

    private static InstallSpec ReadInstall(SpecNode node)
    {
        node.Entries("release", "namespace", "values");
        return new(
            node.Need("release").Text(), node.Need("namespace").Text(),
            node.Need("values").Entries().ToDictionary(value => value.Key, value => value.Value.Text(), StringComparer.Ordinal));
    }

    private static ComponentSpec ReadComponent(SpecNode node)
    {
        node.Entries("name", "title", "kind", "traits", "when", "scope", "writable", "replicas", "ports", "egress", "defaults", "environments", "values");
        return new(node.Need("name").Text(), node.Need("title").Text(), node.Need("kind").Text(), node.Where)
        {
            When = node.Find("when")?.Text(),
            RunScoped = node.Find("scope")?.Text() == "run",
            Writable = node.Find("writable")?.Flag() ?? false,
            Replicas = node.Find("replicas")?.Text() ?? "1",
            Traits = node.Need("traits").Texts(),
            Ports = [.. (node.Find("ports")?.Items() ?? []).Select(ReadPort)],
            Egress = [.. (node.Find("egress")?.Items() ?? []).Select(port => port.Integer())],
        };
    }

    private static PortSpec ReadPort(SpecNode node)
    {
        node.Entries("name", "container", "service", "from");
        return new(node.Need("name").Text(), node.Need("container").Integer(), node.Need("service").Flag(), node.Need("from").Texts());
    }

    private static VolumeSpec ReadVolume(SpecNode node)
    {
        node.Entries("at", "title", "path", "suffix", "when", "defaults", "environments");
        return new(
            node.Need("at").Text(), node.Need("title").Text(), node.Need("path").Text(), node.Need("suffix").Text(), node.Find("when")?.Text());
    }

    private static List<ValueSpec> Unfold(
        SpecNode owner, IReadOnlyList<string> names, string prefix, string title, Dictionary<string, SpecNode> traits)
    {
        var defaults = Entries(owner.Find("defaults"));
        var environments = (owner.Find("environments")?.Entries() ?? []).ToDictionary(e => e.Key, e => Entries(e.Value), StringComparer.Ordinal);
        var unfolded = new List<SpecNode>();
        foreach (var name in names)
        {
            if (!traits.TryGetValue(name, out var trait))
            {
                throw owner.Wrong($"There is no trait `{name}`.", $"Use one of: {string.Join(", ", traits.Keys)}.");
            }

            unfolded.AddRange(trait.Items());
        }

        var known = unfolded.Select(node => node.Need("key").Text()).ToHashSet(StringComparer.Ordinal);
        foreach (var (key, node) in defaults.Concat(environments.Values.SelectMany(e => e)))
        {
            if (!known.Contains(key))
            {
                throw new ProblemsException(new Problem(
                    node.Where, $"No trait of {prefix} has a value `{key}`.", "Correct the key, or add the trait that has it."));
            }
        }

        return [.. unfolded.Select(node => ValueReader.Read(node, prefix + ".", title, new(owner, defaults, environments)))];
    }

    private static Dictionary<string, SpecNode> Entries(SpecNode? node)
        => (node?.Entries() ?? []).ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);
}
