namespace PlanetGraph.Engine;

/// <summary>The standardized parts of one address; null where the text does not say and nothing certain can be inferred.</summary>
/// <param name="Segments">The parts in order of the hierarchy, the official names of divisions first (municipalities stand twice: 北京市, 北京市).</param>
/// <param name="Province">Official name of the province-level division, e.g. 浙江省.</param>
/// <param name="City">Official name of the prefecture-level division; of a municipality its own name again; null for counties directly under a province.</param>
/// <param name="Region">Official name of the county-level division (区县).</param>
/// <param name="Town">Official name of the township-level division (街道/乡镇).</param>
/// <param name="Village">The village or community (村/社区), as written.</param>
/// <param name="HouseNumber">The house number; -1 when there is none.</param>
/// <param name="Company">A company, as written.</param>
/// <param name="Road">The road, as written.</param>
/// <param name="Residential">A residential estate, as written.</param>
/// <param name="Office">An office building, as written.</param>
/// <param name="Mall">A mall or market, as written.</param>
/// <param name="BusinessCircle">A business circle (商圈), as written.</param>
/// <param name="Level">The finest level found; the names are in docs/levels.md.</param>
public sealed record AddressParts(
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
    string? Level);
