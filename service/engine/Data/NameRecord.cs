using System.Runtime.InteropServices;

namespace PlanetGraph.Engine.Data;

/// <summary>A name: where its references and village towns begin (they end where the next name's begin), and the levels it is a full or a short name of.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct NameRecord(uint FirstReference, uint FirstVillage, LevelSet Full, LevelSet Short, ushort Zero);
