namespace PlanetGraph.Engine;

/// <summary>One row of the customer's own dictionary.</summary>
/// <param name="Kind">What the name stands for.</param>
/// <param name="Name">The name as it is written in addresses.</param>
/// <param name="Official">The value for the answer; null: the name itself.</param>
/// <param name="Province">Province the entry lies in (official or short name); null: anywhere.</param>
/// <param name="City">City the entry lies in; null: not said.</param>
/// <param name="Region">Region (区县) the entry lies in; null: not said.</param>
/// <param name="Town">Town (街道/乡镇) the entry lies in; null: not said.</param>
/// <param name="Source">Where the row was read, e.g. aliases.csv:12; repeated when the row is refused.</param>
public sealed record CustomerEntry(
    CustomerEntryKind Kind,
    string Name,
    string? Official = null,
    string? Province = null,
    string? City = null,
    string? Region = null,
    string? Town = null,
    string? Source = null);
