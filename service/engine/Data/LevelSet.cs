namespace PlanetGraph.Engine.Data;

/// <summary>A set of division levels, bit n for level n.</summary>
[Flags]
internal enum LevelSet : byte
{
    None = 0,
    Province = 1,
    City = 2,
    Region = 4,
    Town = 8,
    Village = 16,

    /// <summary>The levels above the towns.</summary>
    Upper = Province | City | Region,
}
