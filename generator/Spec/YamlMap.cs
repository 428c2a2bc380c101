namespace PlanetGraph.Generator.Spec;

/// <summary>A YAML mapping in the order of its file.</summary>
public sealed class YamlMap : List<KeyValuePair<string, object?>>
{
    public object? this[string key]
    {
        get
        {
            foreach (var (name, value) in this)
            {
                if (name == key)
                {
                    return value;
                }
            }

            return null;
        }
    }

    public void Add(string key, object? value) => Add(new(key, value));
}
