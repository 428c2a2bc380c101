namespace PlanetGraph.Engine;

/// <summary>Why one part has its value.</summary>
/// <param name="Field">The field of the response (province, city, …), or the reason a piece of text is in no field.</param>
/// <param name="Value">The value given to the field; null when the text was left out.</param>
/// <param name="Start">Index of the first UTF-16 unit in the text as given; -1 for an inferred part.</param>
/// <param name="Length">UTF-16 units covered; 0 for an inferred part.</param>
/// <param name="Rule">Name of the rule that decided.</param>
/// <param name="Reason">What the rule is for, one sentence.</param>
/// <param name="Score">Score of the winner, higher is better; comparable only with the losers of the same decision.</param>
/// <param name="Lost">The candidates that lost, best first.</param>
public sealed record Decision(
    string Field, string? Value, int Start, int Length, string Rule, string Reason, double Score, IReadOnlyList<LostCandidate> Lost);
