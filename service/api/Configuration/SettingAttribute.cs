namespace PlanetGraph.Service.Configuration;

/// <summary>Binds a property of an options class to one key of application.properties; the property's initial value is the default.</summary>
/// <param name="key">The key, in lower case, e.g. server.port.</param>
/// <param name="description">One sentence for docs/service.md and --help.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SettingAttribute(string key, string description) : Attribute
{
    /// <summary>The key, in lower case.</summary>
    public string Key { get; } = key;

    /// <summary>One sentence: what the key is for.</summary>
    public string Description { get; } = description;

    /// <summary>The default in words, where the property's initial value says too little.</summary>
    public string? Default { get; init; }

    /// <summary>True when the value never appears in a message or a log line.</summary>
    public bool Secret { get; init; }
}
