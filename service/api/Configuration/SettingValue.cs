namespace PlanetGraph.Service.Configuration;

/// <summary>A value as it was given.</summary>
/// <param name="Text">The text of the value.</param>
/// <param name="Origin">Where it was given, for messages: a file and line, an environment variable or an argument.</param>
/// <param name="Folder">The folder that a relative path in it starts from; null: the current one.</param>
public sealed record SettingValue(string Text, string Origin, string? Folder = null);
