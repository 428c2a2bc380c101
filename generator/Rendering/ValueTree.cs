using PlanetGraph.Generator.Spec;

namespace PlanetGraph.Generator.Rendering;

/// <summary>The values of a chart as the tree that values.yaml shows, in the order of the specification.</summary>
internal sealed class ValueTree(string name)
{
    private readonly List<ValueTree> _children = [];

    public string Name { get; } = name;

    public ValueSpec? Value { get; private set; }

    public IReadOnlyList<ValueTree> Children => _children;

    public static ValueTree Of(IEnumerable<ValueSpec> values)
    {
        var root = new ValueTree("");
        foreach (var value in values)
        {
            var node = root;
            foreach (var part in value.Key.Split('.'))
            {
                node = node.Child(part);
            }

            node.Value = value;
        }

        return root;
    }

    private ValueTree Child(string part)
    {
        var child = _children.Find(node => node.Name == part);
        if (child is null)
        {
            child = new(part);
            _children.Add(child);
        }

        return child;
    }
}
