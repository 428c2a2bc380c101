namespace PlanetGraph.Service.Documentation;

/// <summary>The parts of one address; null where the text does not say and nothing certain can be inferred.</summary>
/// <param name="Segments">The parts in order of the hierarchy, divisions by their official names.</param>
/// <param name="Province">Province.</param>
/// <param name="City">City; of a municipality its own name again.</param>
/// <param name="Region">Region (区县).</param>
/// <param name="Town">Town (街道/乡镇).</param>
/// <param name="Village">Village or community (村/社区).</param>
/// <param name="HouseNumber">House number; -1 when there is none.</param>
/// <param name="Company">Company.</param>
/// <param name="Road">Road.</param>
/// <param name="Residential">Residential estate.</param>
/// <param name="Office">Office building.</param>
/// <param name="Mall">Mall or market.</param>
/// <param name="BusinessCircle">Business circle (商圈).</param>
/// <param name="Level">The finest level found.</param>
/// <param name="Error">Only there when this entry could not be standardized: why, one sentence.</param>
public sealed record StandardizedAddress(
    IReadOnlyList<string> Segments,
    string? Province,
    string? City,
    string? Region,
    string? Town,
    string? Village,
    int HouseNumber,
    string? Company,
    string? Road,
    string? Residential,
    string? Office,
    string? Mall,
    string? BusinessCircle,
    string? Level,
    string? Error = null);
