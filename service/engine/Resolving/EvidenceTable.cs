using PlanetGraph.Engine.Data;
using PlanetGraph.Engine.Rules;
using PlanetGraph.Engine.Tagging;

namespace PlanetGraph.Engine.Resolving;

/// <summary>What the mentions of one text say for which unit. Reused from address to address; clearing costs nothing.</summary>
internal sealed class EvidenceTable(Gazetteer gazetteer)
{
    private const int Capacity = 2048;

    /// <summary>Chains of parents are walked here, so that parent and place of a unit are one look at memory.</summary>
    private readonly Entry[] entries = [.. Enumerable.Range(0, gazetteer.Units.Count).Select(unit => new Entry((short)gazetteer.ParentOf(unit), 0))];
    private readonly UpperNames upperNames = new(gazetteer);
    private readonly Evidence[] evidence = new Evidence[Capacity];
    private readonly int[] units = new int[Capacity];
    private readonly int[] firsts = new int[Capacity];
    private int evidenceCount;
    private int unitCount;

    /// <summary>All units some mention stands for, in order of the text.</summary>
    public ReadOnlySpan<int> Units => units.AsSpan(0, unitCount);

    /// <summary>The unit that a unit lies in; -1 for a province.</summary>
    public int ParentOf(int unit) => entries[unit].Parent;

    public void Read(ReadOnlySpan<Mention> mentions)
    {
        evidenceCount = 0;
        unitCount = 0;
        for (int i = 0; i < mentions.Length; i++)
        {
            if (mentions[i].Name >= 0)
            {
                Add(i, mentions, mentions[i].Name, core: false, beforeAnother: i + 1 < mentions.Length && mentions[i + 1].Span.Start == mentions[i].Span.End);
            }

            if (mentions[i].Core >= 0 && mentions[i].Span.Kind != TagKind.Village)
            {
                Add(i, mentions, mentions[i].Core, core: true, beforeAnother: false);
            }
        }
    }

    /// <summary>The strongest evidence for a unit among mentions that are not in <paramref name="used"/>; false when there is none.</summary>
    public bool TryFind(int unit, int used, out Evidence found)
    {
        found = default;
        bool any = false;
        int place = entries[unit].Place;
        if (place >= unitCount || units[place] != unit)
        {
            return false;
        }

        for (int at = firsts[place]; at >= 0; at = evidence[at].Next)
        {
            if ((used & (1 << evidence[at].Mention)) == 0 && (!any || evidence[at].Weight >= found.Weight))
            {
                found = evidence[at];
                any = true;
            }
        }

        return any;
    }

    private void Add(int index, ReadOnlySpan<Mention> mentions, int name, bool core, bool beforeAnother)
    {
        ref readonly Mention mention = ref mentions[index];
        ReadOnlySpan<int> uppers = upperNames.Read(name);
        foreach (NameReference reference in gazetteer.ReferencesOf(name))
        {
            DivisionLevel level = gazetteer.LevelOf(reference.Unit);
            bool inPlace = mention.Span.Kind == TagKind.Poi;
            if (evidenceCount >= Capacity || (core && level != DivisionLevel.Town) || (reference.Kind == NameKind.BusinessCircle && mention.Span.Kind != TagKind.Zone)
                || (reference.Kind == NameKind.Prefix && !beforeAnother) || (inPlace && !NamesPlaces(reference, level))
                || (uppers.Length > 0 && IsUpperMeant(uppers, reference, level, index, mentions)))
            {
                continue;
            }

            RuleId rule = inPlace ? RuleId.NamedInPlace : core ? RuleId.OtherSuffix : RuleBook.ForName(reference.Kind);
            int weight = RuleBook.Weight(rule) + (mention.Says(level) ? RuleBook.Weight(RuleId.SaidLevel) : 0);
            weight *= level < DivisionLevel.Town ? 2 : 1;
            evidence[evidenceCount] = new Evidence(index, weight, rule, LinkTo(reference.Unit, evidenceCount));
            evidenceCount++;
        }
    }

    /// <summary>
    /// Whether the name a place begins with speaks for the unit: a region's former name does not (维扬, 新城: anything may be called so), nor the core of
    /// a prefecture's name (阿里, 和田).
    /// </summary>
    private bool NamesPlaces(NameReference reference, DivisionLevel level) => level switch
    {
        DivisionLevel.Region => reference.Kind is not (NameKind.Former or NameKind.FormerPart or NameKind.FormerCore),
        DivisionLevel.City => reference.Kind != NameKind.Short || !gazetteer.NameUtf8(reference.Unit).EndsWith("地区"u8),
        _ => true,
    };

    /// <summary>Whether the name rather means what the unit lies in. 嘉兴 is 嘉兴市, and not 嘉兴地区, of which other cities of 浙江省 were parts: above the regions any city will do.</summary>
    private bool IsUpperMeant(ReadOnlySpan<int> uppers, NameReference reference, DivisionLevel level, int index, ReadOnlySpan<Mention> mentions)
    {
        if (level <= DivisionLevel.City)
        {
            return reference.Kind == NameKind.FormerCore && HasCity(uppers);
        }

        for (int at = ParentOf(reference.Unit); at >= 0; at = ParentOf(at))
        {
            if (uppers.Contains(at) && upperNames.IsMeant(at, reference, index, mentions))
            {
                return true;
            }
        }

        return false;
    }

    private bool HasCity(ReadOnlySpan<int> units)
    {
        foreach (int unit in units)
        {
            if (gazetteer.LevelOf(unit) == DivisionLevel.City)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Puts evidence first in its unit's list; returns what was first before, -1 for nothing.</summary>
    private int LinkTo(int unit, int number)
    {
        int place = entries[unit].Place;
        if (place < unitCount && units[place] == unit)
        {
            (int before, firsts[place]) = (firsts[place], number);
            return before;
        }

        entries[unit] = entries[unit] with { Place = (ushort)unitCount };
        units[unitCount] = unit;
        firsts[unitCount++] = number;
        return -1;
    }

    /// <param name="Parent">The unit that it lies in; -1 for a province.</param>
    /// <param name="Place">Its place in <see cref="units"/>, if that is the unit there: nothing need be cleared.</param>
    private readonly record struct Entry(short Parent, ushort Place);
}
