namespace PlanetGraph.Testing.Faults;

/// <summary>What is wrong with the address service for now.</summary>
public enum ServiceFault
{
    /// <summary>Nothing: calls reach the real service.</summary>
    None,

    /// <summary>Answers 503, as a gateway does while no instance is ready.</summary>
    Unavailable,

    /// <summary>Answers, but every call takes half a second longer.</summary>
    Slow,

    /// <summary>Closes the connection in the middle of the answer.</summary>
    Closing,

    /// <summary>Leaves the last entry out of the answer.</summary>
    FewerEntries,

    /// <summary>Answers 200 with the first half of the JSON.</summary>
    BrokenJson,

    /// <summary>Holds every call until the fault is over.</summary>
    Holding,
}
