namespace PlanetGraph.Engine.Tagging;

/// <summary>A stretch of the text that is the name of at least one division of one level.</summary>
/// <param name="Start">First character.</param>
/// <param name="Length">Length in characters.</param>
/// <param name="Level">0 province, 1 city, 2 region, 3 town, 4 village.</param>
/// <param name="Full">The name carries its suffix (西湖区), not only its core (西湖).</param>
/// <param name="Consistent">An ancestor of one of these divisions (of a province: a descendant) is named by another stretch of the text.</param>
public readonly record struct DivisionMatch(short Start, short Length, byte Level, bool Full, bool Consistent);
