using PlanetGraph.Engine.Data;

namespace PlanetGraph.Engine.Matching;

/// <summary>Which units a text names, and where: what makes other names of it more or less likely.</summary>
internal sealed class Presence(Gazetteer gazetteer)
{
    /// <summary>A list of so few towns is asked one by one, a longer one for each range named.</summary>
    private const int ShortList = 8;

    private readonly Mention[] mentions = new Mention[gazetteer.FirstTown];
    private readonly Mention[] provincesBelow = new Mention[gazetteer.LevelStart(1)];

    /// <summary>Of all provinces, cities and regions named.</summary>
    private readonly TownRanges upper = new();

    /// <summary>Of the regions named, and the towns named in full.</summary>
    private readonly TownRanges lower = new();
    private int epoch;
    private int upperCount;
    private bool any;

    /// <summary>Notes all provinces, cities and regions named, and the towns named in full.</summary>
    public void Read(ReadOnlySpan<NameMatch> matches)
    {
        epoch++;
        upper.Clear();
        lower.Clear();
        upperCount = 0;
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
            foreach (NameReference reference in gazetteer.ReferencesOf(match.Name))
            {
                Note(reference, match);
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

        if ((wanted & LevelSet.Village) != 0 && HasVillageNearby(match))
        {
            levels |= LevelSet.Village;
        }

        return levels;
    }

    private void Note(NameReference reference, in NameMatch match)
    {
        int unit = reference.Unit;
        if (unit >= gazetteer.FirstTown)
        {
            if (reference.Kind != NameKind.Short)
            {
                ushort town = (ushort)(unit - gazetteer.FirstTown);
                lower.Add(town, (ushort)(town + 1), match.Start, match.End);
            }

            return;
        }

        ref Mention mention = ref mentions[unit];
        if (mention.Epoch == epoch)
        {
            return;
        }

        mention = new Mention(epoch, match.Start, (short)match.End);
        ref readonly UpperUnit own = ref gazetteer.Upper(unit);
        upper.Add(own.FirstTown, own.AfterTown, match.Start, match.End);
        upperCount++;
        if (own.Level == DivisionLevel.Region)
        {
            lower.Add(own.FirstTown, own.AfterTown, match.Start, match.End);
        }

        if (own.Level != DivisionLevel.Province && provincesBelow[own.Province].Epoch != epoch)
        {
            provincesBelow[own.Province] = mention;
        }
    }

    private LevelSet SupportedLevels(in NameMatch match, LevelSet wanted)
    {
        LevelSet levels = LevelSet.None;
        foreach (NameReference reference in gazetteer.ReferencesOf(match.Name))
        {
            int unit = reference.Unit;
            LevelSet level = (LevelSet)(1 << (int)gazetteer.LevelOf(unit));
            if ((wanted & level & ~levels) != 0 && (level == LevelSet.Town && upperCount <= TownRanges.Capacity ? upper.HaveBeside((ushort)(unit - gazetteer.FirstTown), match) : IsSupported(unit, match)))
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
        if (NameNumber.IsOneVillage(match.Name))
        {
            return lower.HaveBeside(NameNumber.Town(match.Name), match);
        }

        ulong within = NameNumber.IsListed(match.Name) ? gazetteer.Names[match.Name].Blocks & lower.Blocks : 0;
        if (within == 0)
        {
            return false;
        }

        ReadOnlySpan<ushort> towns = gazetteer.VillageTownsOf(match.Name);
        if (towns.Length > ShortList)
        {
            return lower.HaveAnyBeside(towns, within, match);
        }

        foreach (ushort town in towns)
        {
            if (lower.HaveBeside(town, match))
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
}
