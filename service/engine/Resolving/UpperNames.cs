using PlanetGraph.Engine.Data;

namespace PlanetGraph.Engine.Resolving;

/// <summary>What a name that a division shares with one it lies in means: the upper one, however often the text says it.</summary>
internal sealed class UpperNames(Gazetteer gazetteer)
{
    /// <summary>No name has more above the towns.</summary>
    private const int Capacity = 64;

    private readonly int[] units = new int[Capacity];

    /// <summary>The units above the towns that a name is the official or the core name of; valid until the next call.</summary>
    public ReadOnlySpan<int> Read(int name)
    {
        int count = 0;
        foreach (NameReference reference in gazetteer.ReferencesOf(name))
        {
            // They are in order of their units, and these of their levels.
            if (reference.Unit >= gazetteer.FirstTown || count == Capacity)
            {
                break;
            }

            if (reference.Kind is NameKind.Short or NameKind.Full)
            {
                units[count++] = reference.Unit;
            }
        }

        return units.AsSpan(0, count);
    }

    /// <summary>
    /// Whether the upper division is meant. 长沙 is 长沙市 and not 长沙县, 上海 not 上海县, which is 闵行区 today, 上饶市 not the city within 上饶地区, which is 信州区, unless the text
    /// has 上饶地区 too; but behind 大理白族自治州 or 喀什地区 their seat is meant. A town may be meant (余杭区 + 临平) unless what is above it is named as well (日照 + 日照市),
    /// and where the label is a town's, unless it is the region and named behind it (栖霞 + 栖霞区; not 柯桥区 + 柯桥).
    /// </summary>
    /// <param name="upper">A unit that the name is the official or the core name of, and that the reference's unit lies in.</param>
    /// <param name="reference">What else the name may stand for.</param>
    /// <param name="index">The mention's place among <paramref name="mentions"/>.</param>
    /// <param name="mentions">All of the text.</param>
    public bool IsMeant(int upper, NameReference reference, int index, ReadOnlySpan<Mention> mentions)
    {
        ReadOnlySpan<Mention> before = mentions[..index];
        ReadOnlySpan<Mention> behind = mentions[(index + 1)..];
        DivisionLevel level = gazetteer.LevelOf(reference.Unit);
        switch (level, reference.Kind)
        {
            case (DivisionLevel.Region, NameKind.Former or NameKind.FormerPart):
                return !IsNamed(upper, before, IsFormer) && !IsNamed(upper, behind, IsFormer);
            case (DivisionLevel.Region, NameKind.Short):
                return IsCalledCity(upper) || !IsNamed(upper, before, IsWhole);
            case (DivisionLevel.Region, NameKind.Variant or NameKind.FormerCore):
                return true;
            case (DivisionLevel.Town, NameKind.Short):
                bool labelled = mentions[index].Says(level) && gazetteer.LevelOf(upper) == DivisionLevel.Region;
                return (!labelled && IsNamed(upper, before, IsNamesake)) || IsNamed(upper, behind, IsNamesake);
            default:
                return false;
        }
    }

    private static bool IsFormer(NameKind kind) => kind == NameKind.Former;

    private static bool IsWhole(NameKind kind) => kind is NameKind.Full or NameKind.Alias;

    private static bool IsNamesake(NameKind kind) => kind != NameKind.FormerPart;

    /// <summary>长沙市, 上海市; not 大理白族自治州, 喀什地区, 兴安盟.</summary>
    private bool IsCalledCity(int unit) => gazetteer.NameUtf8(unit).EndsWith("市"u8);

    /// <summary>Whether one of the mentions names the unit in such a way.</summary>
    private bool IsNamed(int unit, ReadOnlySpan<Mention> mentions, Func<NameKind, bool> way)
    {
        foreach (ref readonly Mention mention in mentions)
        {
            if (mention.Name >= 0 && gazetteer.KindOf(mention.Name, unit) is { } kind && way(kind))
            {
                return true;
            }
        }

        return false;
    }
}
