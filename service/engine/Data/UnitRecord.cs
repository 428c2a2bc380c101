using System.Runtime.InteropServices;

namespace PlanetGraph.Engine.Data;

/// <summary>A province, city, region or town.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct UnitRecord(
    uint NameOffset, byte NameLength, DivisionLevel Level, UnitTraits Traits, byte Zero, int Parent, ushort FirstTown, ushort AfterTown);
