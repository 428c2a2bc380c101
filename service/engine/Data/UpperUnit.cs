namespace PlanetGraph.Engine.Data;

/// <summary>What is asked most of a province, city or region, in half the bytes of its <see cref="UnitRecord"/>.</summary>
/// <param name="FirstTown">Its first town, counted from the first of all.</param>
/// <param name="AfterTown">The town behind its last.</param>
/// <param name="Province">The province that it is or lies in.</param>
/// <param name="Level">Its level.</param>
internal readonly record struct UpperUnit(ushort FirstTown, ushort AfterTown, byte Province, DivisionLevel Level);
