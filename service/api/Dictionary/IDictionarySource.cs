namespace PlanetGraph.Service.Dictionary;

/// <summary>Where a customer's dictionary comes from.</summary>
internal interface IDictionarySource
{
    /// <summary>What the log calls it: a path, or host and database.</summary>
    string Name { get; }

    /// <summary>True when a reading that fails ends the start of the service; false when it is only tried again later.</summary>
    bool MustBeThereAtStart { get; }

    /// <summary>Reads all rows; a wrong row is among the rejected ones and does not stop the others.</summary>
    /// <exception cref="DictionaryException">Nothing could be read.</exception>
    Task<DictionaryReading> ReadAsync(CancellationToken cancel);
}
