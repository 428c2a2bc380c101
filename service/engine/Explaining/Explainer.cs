using PlanetGraph.Engine.Data;
using PlanetGraph.Engine.Output;
using PlanetGraph.Engine.Resolving;
using PlanetGraph.Engine.Rules;
using PlanetGraph.Engine.Tagging;
using PlanetGraph.Engine.Text;

namespace PlanetGraph.Engine.Explaining;

/// <summary>Says in words what a session has just decided.</summary>
internal sealed class Explainer(Gazetteer gazetteer, NormalizedText text, PartsReader reader, HierarchyResolver hierarchy)
{
    /// <summary>Readings that lost, listed for each part.</summary>
    private const int MostLost = 5;

    public Explanation Explain(string address, ReadOnlySpan<TagSpan> spans, Parts parts)
    {
        List<Decision> decisions = [];
        for (AddressField field = AddressField.Province; field <= AddressField.Company; field++)
        {
            if (!parts[field].IsEmpty)
            {
                decisions.Add(Decide(field, parts[field]));
            }
        }

        if (!parts.NumberText.IsEmpty)
        {
            decisions.Add(Decide("houseNumber", reader.Value(parts.NumberText), parts.NumberText, 0, []));
        }

        List<TaggedText> tagged = [];
        foreach (TagSpan span in spans)
        {
            (int start, int length) = Origin(span.Start, span.Length);
            string content = text.Span.Slice(span.Start, span.Length).ToString();
            tagged.Add(new TaggedText(content, start, length, NameOf(span.Kind)));
            if (!decisions.Exists(decision => decision.Length > 0 && decision.Start < start + length && start < decision.Start + decision.Length))
            {
                Rule rule = RuleBook.Get(span.Kind <= TagKind.Town && IsSaidAgain(content, parts) ? RuleId.SaidAgain : RuleId.NotAField);
                decisions.Add(new Decision(NameOf(span.Kind), null, start, length, rule.Name, rule.Reason, 0, []));
            }
        }

        return new Explanation(address, text.Span.ToString(), reader.Read(parts), [.. decisions.OrderBy(decision => decision.Start)]) { Tagged = tagged };
    }

    /// <summary>Whether one of the divisions decided on is called so, with its suffix or without.</summary>
    private bool IsSaidAgain(string name, Parts parts)
    {
        for (AddressField field = AddressField.Province; field <= AddressField.Town; field++)
        {
            if (!parts[field].IsEmpty && reader.Value(parts[field]) is { } value && value.StartsWith(name, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private Decision Decide(AddressField field, in FieldValue value)
    {
        string name = field == AddressField.BusinessCircle ? "businessCircle" : field.ToString().ToLowerInvariant();
        if (field > AddressField.Town || value.Unit < 0)
        {
            return Decide(name, reader.Value(value), value, 0, []);
        }

        int unit = value.Unit;
        int score = 0;
        List<LostCandidate> lost = [];
        foreach (Candidate candidate in hierarchy.Candidates)
        {
            if (gazetteer.IsWithin(candidate.Unit, unit))
            {
                score = Math.Max(score, candidate.Score);
            }
        }

        foreach (Candidate candidate in hierarchy.Candidates.ToArray().OrderByDescending(candidate => candidate.Score))
        {
            if (lost.Count < MostLost && gazetteer.Units[candidate.Unit].Level == (DivisionLevel)field && candidate.Unit != unit)
            {
                lost.Add(new LostCandidate(gazetteer.Path(candidate.Unit), candidate.Score, score - candidate.Score));
            }
        }

        return Decide(name, reader.Value(value), value, score, lost);
    }

    private Decision Decide(string name, string? value, in FieldValue field, int score, List<LostCandidate> lost)
    {
        Rule rule = RuleBook.Get(field.Rule);
        (int start, int length) = field.Start < 0 ? (-1, 0) : Origin(field.Start, field.Length);
        string reason = reader.SourceOf(field) is { } source ? $"{rule.Reason.TrimEnd('.')}: {source}." : rule.Reason;
        return new Decision(name, value, start, length, rule.Name, reason, score, lost);
    }

    private (int Start, int Length) Origin(int start, int length) =>
        (text.OriginOf(start), length == 0 ? 0 : text.OriginEndOf(start + length - 1) - text.OriginOf(start));

    private static string NameOf(TagKind kind) => kind.ToString().ToLowerInvariant();
}
