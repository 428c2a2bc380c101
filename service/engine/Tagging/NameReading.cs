using PlanetGraph.Engine.Data;

namespace PlanetGraph.Engine.Tagging;

/// <summary>What the longest name of divisions at a place of the text may be.</summary>
/// <param name="Start">First character.</param>
/// <param name="Length">Length in characters; 0 where no name begins.</param>
/// <param name="Full">Levels it is the full name of.</param>
/// <param name="Short">Levels it is only the core of a name of.</param>
/// <param name="Consistent">Levels of which another stretch of the text names an ancestor.</param>
internal readonly record struct NameReading(int Start, int Length, LevelSet Full, LevelSet Short, LevelSet Consistent)
{
    public int End => Start + Length;

    /// <summary>Provinces, cities and regions that the text confirms.</summary>
    public LevelSet Certain => Full & Consistent & LevelSet.Upper;

    /// <summary>What else above the towns the name may be that is not below the level: 朝阳, city and region. A full name is no province where it is a city's too.</summary>
    public LevelSet OthersThan(LevelSet level) => ((Full & level) != 0 ? Full & ~LevelSet.Province : Full | Short) & LevelSet.Upper & ~level;

    public static NameReading Of(in DivisionMatch match) => new NameReading(match.Start, match.Length, LevelSet.None, LevelSet.None, LevelSet.None).With(match);

    /// <summary>The same name with one more level.</summary>
    public NameReading With(in DivisionMatch match)
    {
        LevelSet level = (LevelSet)(1 << match.Level);
        return this with
        {
            Full = match.Full ? Full | level : Full,
            Short = match.Full ? Short : Short | level,
            Consistent = match.Consistent ? Consistent | level : Consistent,
        };
    }
}
