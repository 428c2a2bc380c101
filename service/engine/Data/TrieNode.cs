using System.Runtime.InteropServices;

namespace PlanetGraph.Engine.Data;

/// <summary>A node of the double array: the child by code c is Base + c if that node's Parent is this one. Name is -1 where no name ends.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct TrieNode(int Base, int Parent, int Name);
