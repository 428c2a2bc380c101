namespace PlanetGraph.Engine.Data;

/// <summary>How a name stands for a unit.</summary>
internal enum NameKind : byte
{
    /// <summary>The official name: 西湖区.</summary>
    Full,

    /// <summary>The official name without its suffix: 西湖.</summary>
    Short,

    /// <summary>Another name in use: 内蒙, 阿坝州.</summary>
    Alias,

    /// <summary>The name of a division that this unit took in or that it was: 崇文区.</summary>
    Former,

    /// <summary>The name of a division of which a smaller part came to this unit.</summary>
    FormerPart,

    /// <summary>A former name without its suffix: 襄樊.</summary>
    FormerCore,

    /// <summary>The core with a suffix the unit does not have: 余杭市.</summary>
    Variant,

    /// <summary>A common misspelling: 杭洲市.</summary>
    Typo,

    /// <summary>A name only at the start of the text and before a division below: 京, 沪.</summary>
    Prefix,

    /// <summary>A development zone that lies in the unit.</summary>
    Zone,

    /// <summary>A business circle that lies in the unit.</summary>
    BusinessCircle,
}
