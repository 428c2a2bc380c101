namespace PlanetGraph.Engine.Tagging;

/// <summary>
/// What a feature may look at. Those up to <see cref="BriefAround"/> are numbered by their lane: 16 of the characters near, 4 of the gazetteer's matches.
/// The others have few values and are looked at alone, so that a row is found by its value.
/// </summary>
internal enum Clue : byte
{
    CodeM1,
    Code0,
    CodeP1,
    ClassM2 = 8,
    ClassM1,
    ClassP1 = 11,
    ClassP2,

    /// <summary>The best match of each level at the token: position in it, fullness, consistency.</summary>
    AllLevels = 16,

    /// <summary>The same of the token behind.</summary>
    AllLevelsP1,

    /// <summary>As <see cref="AllLevels"/>, without the positions.</summary>
    BriefLevels,

    /// <summary>As <see cref="BriefLevels"/>, of the tokens before and behind.</summary>
    BriefAround,

    /// <summary>The best match of one level at the token: position in it, fullness, consistency, length.</summary>
    Province,
    City,
    Region,
    Town,
    Village,

    /// <summary>The suffix character at or behind the token, if one is near, how far it is, and whether a number follows it.</summary>
    NextSuffix,
}
