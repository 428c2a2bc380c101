namespace PlanetGraph.Engine.Data;

/// <summary>
/// The number of a name in the trie. Four of five names stand for one thing only, and their number is that thing: nothing need be looked up.
/// Below <see cref="OneVillage"/>: a <see cref="NameRecord"/>. From there on: the village of that name lies in town number - <see cref="OneVillage"/>.
/// From <see cref="OneUnit"/> on: the kind and the unit of the only reference.
/// </summary>
internal static class NameNumber
{
    public const int OneVillage = 1 << 17;
    public const int OneUnit = 1 << 18;

    private const int UnitBits = 16;

    /// <summary>The greatest unit that a number may be.</summary>
    public const int LastUnit = (1 << UnitBits) - 1;

    public static bool IsListed(int name) => name < OneVillage;

    public static bool IsOneVillage(int name) => name is >= OneVillage and < OneUnit;

    public static int OfVillage(ushort town) => OneVillage + town;

    public static int OfReference(NameReference reference) => OneUnit + ((int)reference.Kind << UnitBits) + reference.Unit;

    /// <summary>The town of the only village.</summary>
    public static ushort Town(int name) => (ushort)(name - OneVillage);

    /// <summary>The only reference.</summary>
    public static NameReference Reference(int name) => new((name - OneUnit) & LastUnit, (NameKind)((name - OneUnit) >> UnitBits));
}
