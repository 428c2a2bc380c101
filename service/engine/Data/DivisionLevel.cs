namespace PlanetGraph.Engine.Data;

/// <summary>The five levels of divisions, highest first.</summary>
internal enum DivisionLevel : byte
{
    Province,
    City,
    Region,
    Town,
    Village,
}
