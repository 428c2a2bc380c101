using PlanetGraph.Engine.Rules;

namespace PlanetGraph.Engine.Resolving;

/// <summary>That a mention may stand for a unit, and how much that weighs.</summary>
/// <param name="Mention">Number of the mention.</param>
/// <param name="Weight">Weight of the rule, with the bonus for the level said.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Next">The next evidence for the same unit; -1 at the end.</param>
internal readonly record struct Evidence(int Mention, int Weight, RuleId Rule, int Next);
