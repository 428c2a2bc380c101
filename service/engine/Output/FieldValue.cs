using PlanetGraph.Engine.Rules;

namespace PlanetGraph.Engine.Output;

/// <summary>The value of one field: an official unit, a customer's own value, or a stretch of the normalized text; and the rule that decided.</summary>
/// <param name="Unit">The unit, or -1.</param>
/// <param name="Custom">Number of the customer's entry, or -1.</param>
/// <param name="Start">First character the value was read from; -1 for an inferred one.</param>
/// <param name="Length">Characters it was read from.</param>
/// <param name="Rule">The rule.</param>
internal readonly record struct FieldValue(int Unit, int Custom, int Start, int Length, RuleId Rule)
{
    public static FieldValue None => new(-1, -1, -1, 0, RuleId.AsWritten);

    public bool IsEmpty => Unit < 0 && Custom < 0 && Length == 0;

    public static FieldValue OfUnit(int unit, int start, int length, RuleId rule) => new(unit, -1, start, length, rule);

    public static FieldValue OfText(int start, int length, RuleId rule) => new(-1, -1, start, length, rule);
}
