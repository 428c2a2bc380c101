namespace PlanetGraph.Service.Configuration;

/// <summary>The configuration cannot be used. The message has one line for each fault: where, which key, what to do.</summary>
public sealed class SettingsException(IReadOnlyList<string> faults) : Exception(string.Join(Environment.NewLine, faults))
{
    /// <summary>The faults, one sentence each.</summary>
    public IReadOnlyList<string> Faults { get; } = faults;
}
