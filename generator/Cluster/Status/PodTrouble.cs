namespace PlanetGraph.Generator.Cluster.Status;

/// <summary>A pod that is not well.</summary>
/// <param name="Pod">Its name.</param>
/// <param name="Node">Its node, or null while it has none.</param>
/// <param name="Why">A sentence: which container, in which state, with which message.</param>
/// <param name="WhatToDo">A sentence, or null where the reason says it all.</param>
/// <param name="Events">Its last events, newest first.</param>
public sealed record PodTrouble(string Pod, string? Node, string Why, string? WhatToDo, IReadOnlyList<string> Events);
