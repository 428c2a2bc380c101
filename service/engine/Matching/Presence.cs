using PlanetGraph.Engine.Data;

namespace PlanetGraph.Engine.Matching;

/// <summary>Which units a text names, and where: what makes other names of it more or less likely.</summary>
internal sealed class Presence(Gazetteer gazetteer)
{
    private const int MaxUnits = 96;

    private readonly Mention[] mentions = new Mention[gazetteer.Units.Count];
    private readonly int[] present = new int[MaxUnits];
    private readonly Mention[] provincesBelow = new Mention[64];
    private int epoch;
    private int count;

    /// <summary>Notes all provinces, cities and regions named, and the towns named in full.</summary>
    public void Read(ReadOnlySpan<NameMatch> matches)
    {
        epoch++;
        count = 0;
        foreach (ref readonly NameMatch match in matches)
        {
            if (match.Extended || ((match.Full | match.Short) & (LevelSet.Province | LevelSet.City | LevelSet.Region | LevelSet.Town)) == 0)
            {
                continue;
            }

            foreach (uint packed in gazetteer.ReferencesOf(match.Name))
            {
                NameReference reference = new(packed);
                UnitRecord unit = gazetteer.Units[reference.Unit];
                bool counts = unit.Level < DivisionLevel.Town || reference.Kind != NameKind.Short;
                if (counts && count < MaxUnits && mentions[reference.Unit].Epoch != epoch)
                {
                    mentions[reference.Unit] = new Mention(epoch, match.Start, match.End);
                    present[count++] = reference.Unit;
                    NoteProvince(reference.Unit, match);
                }
            }
        }
    }

    public LevelSet ConsistentLevels(in NameMatch match)
    {
        LevelSet levels = LevelSet.None;
        LevelSet wanted = match.Full | match.Short;
        if ((wanted & ~LevelSet.Village) != 0)
        {
            foreach (uint packed in gazetteer.ReferencesOf(match.Name))
            {
                int unit = new NameReference(packed).Unit;
                LevelSet level = (LevelSet)(1 << (int)gazetteer.Units[unit].Level);
                if ((wanted & level) != 0 && (levels & level) == 0 && IsSupported(unit, match))
                {
                    levels |= level;
                }
            }
        }

        if ((wanted & LevelSet.Village) != 0 && HasVillageNearby(match))
        {
            levels |= LevelSet.Village;
        }

        return levels;
    }

    private void NoteProvince(int unit, in NameMatch match)
    {
        if (gazetteer.Units[unit].Level is DivisionLevel.City or DivisionLevel.Region)
        {
            int province = gazetteer.AncestorAt(unit, DivisionLevel.Province);
            if (provincesBelow[province].Epoch != epoch)
            {
                provincesBelow[province] = new Mention(epoch, match.Start, match.End);
            }
        }
    }

    private bool IsSupported(int unit, in NameMatch match)
    {
        if (gazetteer.Units[unit].Parent < 0)
        {
            return provincesBelow[unit].IsBeside(match, epoch);
        }

        for (int at = gazetteer.Units[unit].Parent; at >= 0; at = gazetteer.Units[at].Parent)
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
        foreach (int unit in present.AsSpan(0, count))
        {
            UnitRecord record = gazetteer.Units[unit];
            if (record.Level < DivisionLevel.Region || !mentions[unit].IsBeside(match, epoch))
            {
                continue;
            }

            int at = towns.BinarySearch(record.FirstTown);
            at = at < 0 ? ~at : at;
            if (at < towns.Length && towns[at] < record.AfterTown)
            {
                return true;
            }
        }

        return false;
    }

    private readonly record struct Mention(int Epoch, int Start, int End)
    {
        public bool IsBeside(in NameMatch match, int epoch) => Epoch == epoch && (End <= match.Start || Start >= match.End);
    }
}
