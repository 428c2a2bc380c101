using PlanetGraph.Engine.Data;

namespace PlanetGraph.Engine.Matching;

/// <summary>Which units a text names, and where: what makes other names of it more or less likely.</summary>
internal sealed class Presence(Gazetteer gazetteer)
{
    private const int MaxRanges = 64;
    private const LevelSet Upper = LevelSet.Province | LevelSet.City | LevelSet.Region;

    private readonly Mention[] mentions = new Mention[gazetteer.Units.Count];
    private readonly Mention[] provincesBelow = new Mention[gazetteer.LevelStart(1)];
    private readonly TownRange[] ranges = new TownRange[MaxRanges];
    private int epoch;
    private int rangeCount;
    private bool any;

    /// <summary>Notes all provinces, cities and regions named, and the towns named in full.</summary>
    public void Read(ReadOnlySpan<NameMatch> matches)
    {
        epoch++;
        rangeCount = 0;
        any = false;
        foreach (ref readonly NameMatch match in matches)
        {
            if (match.Extended || (((match.Full | match.Short) & Upper) == 0 && (match.Full & LevelSet.Town) == 0))
            {
                continue;
            }

            any = true;
            foreach (uint packed in gazetteer.ReferencesOf(match.Name))
            {
                Note(new NameReference(packed), match);
            }
        }
    }

    public LevelSet ConsistentLevels(in NameMatch match)
    {
        if (!any)
        {
            return LevelSet.None;
        }

        LevelSet levels = LevelSet.None;
        LevelSet wanted = match.Full | match.Short;
        if ((wanted & ~LevelSet.Village) != 0)
        {
            foreach (uint packed in gazetteer.ReferencesOf(match.Name))
            {
                int unit = new NameReference(packed).Unit;
                LevelSet level = (LevelSet)(1 << (int)gazetteer.Units[unit].Level);
                if ((wanted & level & ~levels) != 0 && IsSupported(unit, match))
                {
                    levels |= level;
                    if (levels == (wanted & ~LevelSet.Village))
                    {
                        break;
                    }
                }
            }
        }

        if ((wanted & LevelSet.Village) != 0 && rangeCount > 0 && HasVillageNearby(match))
        {
            levels |= LevelSet.Village;
        }

        return levels;
    }

    private void Note(NameReference reference, in NameMatch match)
    {
        ref readonly UnitRecord unit = ref gazetteer.Units[reference.Unit];
        ref Mention mention = ref mentions[reference.Unit];
        if ((unit.Level == DivisionLevel.Town && reference.Kind == NameKind.Short) || mention.Epoch == epoch)
        {
            return;
        }

        mention = new Mention(epoch, match.Start, match.End);
        if (unit.Level >= DivisionLevel.Region && rangeCount < MaxRanges)
        {
            ranges[rangeCount++] = new TownRange(unit.FirstTown, unit.AfterTown, match.Start, match.End);
        }

        if (unit.Level is DivisionLevel.City or DivisionLevel.Region)
        {
            int province = gazetteer.AncestorAt(reference.Unit, DivisionLevel.Province);
            if (provincesBelow[province].Epoch != epoch)
            {
                provincesBelow[province] = mention;
            }
        }
    }

    private bool IsSupported(int unit, in NameMatch match)
    {
        int parent = gazetteer.Units[unit].Parent;
        if (parent < 0)
        {
            return provincesBelow[unit].IsBeside(match, epoch);
        }

        for (int at = parent; at >= 0; at = gazetteer.Units[at].Parent)
        {
            if (mentions[at].IsBeside(match, epoch))
            {
                return true;
            }
        }

        return false;
    }

    private bool HasVillageNearby(in NameMatch match)
    {
        ReadOnlySpan<ushort> towns = gazetteer.VillageTownsOf(match.Name);
        foreach (ref readonly TownRange range in ranges.AsSpan(0, rangeCount))
        {
            if (range.IsBeside(match) && TownLists.HasAny(towns, range.First, range.After))
            {
                return true;
            }
        }

        return false;
    }

    private readonly record struct Mention(int Epoch, short Start, int End)
    {
        public bool IsBeside(in NameMatch match, int epoch) => Epoch == epoch && (End <= match.Start || Start >= match.End);
    }

    private readonly record struct TownRange(ushort First, ushort After, short Start, int End)
    {
        public bool IsBeside(in NameMatch match) => End <= match.Start || Start >= match.End;
    }
}
