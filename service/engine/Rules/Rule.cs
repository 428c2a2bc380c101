namespace PlanetGraph.Engine.Rules;

/// <summary>One reason to read a piece of text in one way.</summary>
/// <param name="Id">Number of the rule.</param>
/// <param name="Name">Name shown by explain.</param>
/// <param name="Weight">What it adds to the score of a hierarchy; 0 for rules that decide alone.</param>
/// <param name="Reason">What it is for.</param>
internal sealed record Rule(RuleId Id, string Name, int Weight, string Reason);
