using System.Numerics;
using PlanetGraph.Engine.Data;
using PlanetGraph.Engine.Output;
using PlanetGraph.Engine.Rules;
using PlanetGraph.Engine.Tagging;

namespace PlanetGraph.Engine.Resolving;

/// <summary>
/// Finds the one hierarchy that most of the names in the text agree on: every unit that a name may stand for is scored with all its ancestors, the best wins,
/// and what all of the best have in common is the answer when they are several.
/// </summary>
internal sealed class HierarchyResolver(Gazetteer gazetteer)
{
    private const int MaxCandidates = 2048;

    /// <summary>Taken off a region's name that only says which part of a city it is and stands alone: what is left weighs less than any city named.</summary>
    private const int RelativeAlone = 20;

    private readonly EvidenceTable evidence = new(gazetteer);
    private readonly Candidate[] candidates = new Candidate[MaxCandidates];
    private int candidateCount;

    /// <summary>All readings of the last text with their scores, in order of the text.</summary>
    public ReadOnlySpan<Candidate> Candidates => candidates.AsSpan(0, candidateCount);

    /// <summary>Fills province to town; returns the unit decided on, or -1.</summary>
    public int Resolve(ReadOnlySpan<Mention> mentions, ReadOnlySpan<char> text, Parts parts)
    {
        evidence.Read(mentions);
        candidateCount = 0;
        int best = int.MinValue;
        foreach (int unit in evidence.Units)
        {
            int score = Score(unit, mentions, text);
            candidates[candidateCount++] = new Candidate(unit, score);
            best = Math.Max(best, score);
        }

        int winner = -1;
        int sure = -1;
        int firstMention = int.MaxValue;
        bool agree = true;
        foreach (Candidate candidate in Candidates)
        {
            if (candidate.Score != best || !evidence.TryFind(candidate.Unit, 0, out Evidence own))
            {
                continue;
            }

            DivisionLevel level = gazetteer.LevelOf(candidate.Unit);
            if (winner < 0 || (own.Mention == firstMention ? level < gazetteer.LevelOf(winner) : level > gazetteer.LevelOf(winner) && !IsElsewhere(candidate.Unit, own.Rule, winner)))
            {
                winner = sure = candidate.Unit;
                firstMention = own.Mention;
                agree = true;
            }
            else if (level == gazetteer.LevelOf(winner) && own.Mention == firstMention)
            {
                sure = CommonAncestor(sure, candidate.Unit);
                agree &= gazetteer.NameUtf8(winner).SequenceEqual(gazetteer.NameUtf8(candidate.Unit));
            }
        }

        if (winner < 0 || IsGuess(winner, best, sure == winner, mentions))
        {
            return -1;
        }

        Fill(sure, mentions, parts);
        if (sure != winner && agree)
        {
            FillOne(winner, mentions, parts, 0);
        }

        return sure;
    }

    /// <summary>梅州 + 南山: a region's name without its suffix says less than the city before it that the region does not lie in.</summary>
    private bool IsElsewhere(int unit, RuleId rule, int city) =>
        rule == RuleId.CoreName && gazetteer.LevelOf(city) == DivisionLevel.City && CommonAncestor(unit, city) != city;

    /// <summary>A town that nothing above supports: by its core it must be no common word, with another suffix it must be the only one.</summary>
    private bool IsGuess(int unit, int score, bool alone, ReadOnlySpan<Mention> mentions)
    {
        if (gazetteer.LevelOf(unit) != DivisionLevel.Town || !evidence.TryFind(unit, 0, out Evidence own) || own.Weight != score)
        {
            return false;
        }

        return own.Rule switch
        {
            RuleId.OfficialName or RuleId.Alias => false,
            RuleId.CoreName => !alone || gazetteer.IsCommonWord(mentions[own.Mention].Name),
            _ => !alone,
        };
    }

    private int Score(int unit, ReadOnlySpan<Mention> mentions, ReadOnlySpan<char> text)
    {
        int score = 0;
        int used = 0;
        for (int at = unit; at >= 0; at = evidence.ParentOf(at))
        {
            if (evidence.TryFind(at, used, out Evidence found))
            {
                score += found.Weight;
                used |= 1 << found.Mention;
            }
        }

        return BitOperations.IsPow2(used) && IsRelative(mentions[BitOperations.TrailingZeroCount(used)].Span, text) ? score - RelativeAlone : score;
    }

    /// <summary>城区, 郊区, 新区, 东区: many cities call a part of theirs so; without its city the name says nothing (无锡新区 is not that of 唐山).</summary>
    private static bool IsRelative(TagSpan span, ReadOnlySpan<char> text) => span.Length == 2 && text[span.Start + 1] == '区';

    private int CommonAncestor(int first, int second)
    {
        while (first >= 0 && first != second)
        {
            int at = second;
            while (at >= 0 && at != first)
            {
                at = gazetteer.ParentOf(at);
            }

            if (at == first)
            {
                return first;
            }

            first = gazetteer.ParentOf(first);
        }

        return first;
    }

    private void Fill(int unit, ReadOnlySpan<Mention> mentions, Parts parts)
    {
        int used = 0;
        for (int at = unit; at >= 0; at = evidence.ParentOf(at))
        {
            used = FillOne(at, mentions, parts, used);
        }

        if (unit >= 0 && gazetteer.LevelOf(unit) == DivisionLevel.Town && parts[AddressField.Region].IsEmpty)
        {
            FieldValue city = parts[AddressField.City];
            parts[AddressField.Region] = FieldValue.OfUnit(city.Unit, city.Start, city.Length, RuleId.CityWithoutRegions);
        }

        if (unit >= 0 && gazetteer.Units[unit] is { Level: DivisionLevel.Province, Traits: UnitTraits.Municipality })
        {
            FieldValue province = parts[AddressField.Province];
            parts[AddressField.City] = FieldValue.OfUnit(gazetteer.CityOfMunicipality(unit), province.Start, province.Length, RuleId.MunicipalityCity);
        }
    }

    private int FillOne(int unit, ReadOnlySpan<Mention> mentions, Parts parts, int used)
    {
        ref FieldValue value = ref parts[(AddressField)gazetteer.LevelOf(unit)];
        if (evidence.TryFind(unit, used, out Evidence found))
        {
            TagSpan span = mentions[found.Mention].Span;
            value = FieldValue.OfUnit(unit, span.Start, span.Length, found.Rule);
            return used | (1 << found.Mention);
        }

        value = FieldValue.OfUnit(unit, -1, 0, RuleId.ParentOfNamed);
        return used;
    }
}
