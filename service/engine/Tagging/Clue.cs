namespace PlanetGraph.Engine.Tagging;

/// <summary>What a feature may look at, by its lane: 16 of the characters near, 8 of the suffixes around, 8 of the gazetteer's matches.</summary>
internal enum Clue : byte
{
    CodeM2,
    CodeM1,
    Code0,
    CodeP1,
    CodeP2,
    ClassM2 = 9,
    ClassM1,
    Class0,
    ClassP1,
    ClassP2,

    /// <summary>The suffix character at or behind the token, if it is near.</summary>
    NextSuffix = 16,

    /// <summary>How far it is, and whether a number follows it.</summary>
    NextGapAndNumber,
    NextGap,

    /// <summary>The suffix behind the next one.</summary>
    LaterSuffix,
    LastSuffix,
    LastGap,

    /// <summary>How near the beginning and the end are.</summary>
    Position = 23,

    /// <summary>The best match of each level at the token: position in it, fullness, consistency, length.</summary>
    ProvinceAndCity = 24,
    Region,
    Town,
    Village,

    /// <summary>All levels without the lengths.</summary>
    AllLevels,
    AllLevelsP1,

    /// <summary>All levels without lengths and positions.</summary>
    BriefLevels,

    /// <summary>As <see cref="BriefLevels"/>, of the tokens before and behind.</summary>
    BriefAround,
}
