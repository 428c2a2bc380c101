using PlanetGraph.Engine.Data;

namespace PlanetGraph.Engine.Matching;

/// <summary>Which units a text names, and where: what makes other names of it more or less likely.</summary>
internal sealed class Presence(Gazetteer gazetteer)
{
    private const int MaxRanges = 64;

    private readonly Mention[] mentions = new Mention[gazetteer.FirstTown];
    private readonly Mention[] provincesBelow = new Mention[gazetteer.LevelStart(1)];
    private readonly TownRange[] upper = new TownRange[MaxRanges];
    private readonly TownRange[] lower = new TownRange[MaxRanges];
    private int epoch;
    private int upperCount;
    private int lowerCount;
    private ulong lowerBlocks;
    private bool any;

    /// <summary>Notes all provinces, cities and regions named, and the towns named in full.</summary>
    public void Read(ReadOnlySpan<NameMatch> matches)
    {
        epoch++;
        upperCount = 0;
        lowerCount = 0;
        lowerBlocks = 0;
        any = false;

        // Each list is a wait for memory: all are on their way before the first is read.
        foreach (ref readonly NameMatch match in matches)
        {
            gazetteer.PrefetchLists(match.Name);
        }

        foreach (ref readonly NameMatch match in matches)
        {
            if (match.Extended || (((match.Full | match.Short) & LevelSet.Upper) == 0 && (match.Full & LevelSet.Town) == 0))
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
            levels = SupportedLevels(match, wanted & ~LevelSet.Village);
        }

        if ((wanted & LevelSet.Village) != 0 && lowerBlocks != 0 && HasVillageNearby(match))
        {
            levels |= LevelSet.Village;
        }

        return levels;
    }

    private void Note(NameReference reference, in NameMatch match)
    {
        DivisionLevel level = gazetteer.LevelOf(reference.Unit);
        if (level == DivisionLevel.Town)
        {
            if (reference.Kind != NameKind.Short && lowerCount < MaxRanges)
            {
                ushort town = (ushort)(reference.Unit - gazetteer.FirstTown);
                AddLower(new TownRange(town, (ushort)(town + 1), match.Start, (short)match.End));
            }

            return;
        }

        ref Mention mention = ref mentions[reference.Unit];
        if (mention.Epoch == epoch)
        {
            return;
        }

        mention = new Mention(epoch, match.Start, (short)match.End);
        ref readonly UnitRecord unit = ref gazetteer.Units[reference.Unit];
        TownRange range = new(unit.FirstTown, unit.AfterTown, match.Start, (short)match.End);
        if (level == DivisionLevel.Region && lowerCount < MaxRanges)
        {
            AddLower(range);
        }

        if (upperCount < MaxRanges)
        {
            upper[upperCount] = range;
        }

        upperCount++;
        if (level is DivisionLevel.City or DivisionLevel.Region)
        {
            int province = gazetteer.AncestorAt(reference.Unit, DivisionLevel.Province);
            if (provincesBelow[province].Epoch != epoch)
            {
                provincesBelow[province] = mention;
            }
        }
    }

    private void AddLower(in TownRange range)
    {
        lower[lowerCount++] = range;
        lowerBlocks |= TownBlock.Between(range.First, range.After);
    }

    private LevelSet SupportedLevels(in NameMatch match, LevelSet wanted)
    {
        LevelSet levels = LevelSet.None;
        foreach (uint packed in gazetteer.ReferencesOf(match.Name))
        {
            int unit = new NameReference(packed).Unit;
            LevelSet level = (LevelSet)(1 << (int)gazetteer.LevelOf(unit));
            if ((wanted & level & ~levels) != 0 && (level == LevelSet.Town && upperCount <= MaxRanges ? IsTownBelowNamed(unit, match) : IsSupported(unit, match)))
            {
                levels |= level;
                if (levels == wanted)
                {
                    break;
                }
            }
        }

        return levels;
    }

    /// <summary>As <see cref="IsSupported"/>, for towns, which a name may have a hundred of: towns are numbered in the order of the tree, so that no chain of parents is needed.</summary>
    private bool IsTownBelowNamed(int unit, in NameMatch match)
    {
        int town = unit - gazetteer.FirstTown;
        foreach (ref readonly TownRange range in upper.AsSpan(0, upperCount))
        {
            if (range.Has(town) && range.IsBeside(match))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsSupported(int unit, in NameMatch match)
    {
        int parent = gazetteer.ParentOf(unit);
        if (parent < 0)
        {
            return provincesBelow[unit].IsBeside(match, epoch);
        }

        for (int at = parent; at >= 0; at = gazetteer.ParentOf(at))
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
        ulong blocks = gazetteer.Names[match.Name].Blocks & lowerBlocks;
        if (blocks == 0)
        {
            return false;
        }

        foreach (ref readonly TownRange range in lower.AsSpan(0, lowerCount))
        {
            if ((blocks & TownBlock.Between(range.First, range.After)) != 0 && range.IsBeside(match)
                && TownLists.HasAny(gazetteer.VillageTownsOf(match.Name), range.First, range.After))
            {
                return true;
            }
        }

        return false;
    }

    private readonly record struct Mention(int Epoch, short Start, short End)
    {
        public bool IsBeside(in NameMatch match, int epoch) => Epoch == epoch && (End <= match.Start || Start >= match.End);
    }

    private readonly record struct TownRange(ushort First, ushort After, short Start, short End)
    {
        public bool Has(int town) => town >= First && town < After;

        public bool IsBeside(in NameMatch match) => End <= match.Start || Start >= match.End;
    }
}
