namespace PlanetGraph.Engine;

/// <summary>What a customer's own name stands for.</summary>
public enum CustomerEntryKind
{
    /// <summary>Another name of an existing division; <see cref="CustomerEntry.Official"/> is its official name.</summary>
    Alias,

    /// <summary>A company.</summary>
    Company,

    /// <summary>A residential estate.</summary>
    Residential,

    /// <summary>An office building.</summary>
    Office,

    /// <summary>A mall or market.</summary>
    Mall,

    /// <summary>A business circle (商圈).</summary>
    BusinessCircle,

    /// <summary>A division the bin lacks or has under another name: the chain is Province, City, Region, Town, the last one given being the new one's parent.</summary>
    Division,
}
