namespace PlanetGraph.Engine.Data;

/// <summary>Blocks of 1,024 towns, counted from the first town, as bits of one word.</summary>
internal static class TownBlock
{
    private const int Shift = 10;

    /// <summary>The block of a town.</summary>
    public static ulong Of(ushort town) => 1UL << (town >> Shift);

    /// <summary>The blocks of the towns from <paramref name="first"/> to before <paramref name="after"/>.</summary>
    public static ulong Between(ushort first, ushort after) => first >= after ? 0 : (Of((ushort)(after - 1)) << 1) - Of(first);
}
