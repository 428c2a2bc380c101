using System.Runtime.InteropServices;

namespace PlanetGraph.Engine.Data;

/// <summary>
/// A name that stands for several things: where its references and village towns begin (they end where the next name's begin), and the blocks of towns that have a village of the name,
/// which answer most questions without a look at the list.
/// </summary>
/// <param name="FirstReference">Index of the first reference.</param>
/// <param name="FirstVillage">Index of the first village town.</param>
/// <param name="Blocks">A bit for each block of towns (<see cref="TownBlock"/>).</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct NameRecord(uint FirstReference, uint FirstVillage, ulong Blocks);
