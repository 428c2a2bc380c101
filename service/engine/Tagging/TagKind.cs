namespace PlanetGraph.Engine.Tagging;

/// <summary>What a stretch of an address is.</summary>
public enum TagKind : byte
{
    /// <summary>省, 自治区, 直辖市 when written at the province's place.</summary>
    Province,

    /// <summary>地级市, 自治州, 盟, 地区.</summary>
    City,

    /// <summary>区, 县, 旗, 县级市.</summary>
    Region,

    /// <summary>街道, 镇, 乡.</summary>
    Town,

    /// <summary>村, 社区.</summary>
    Village,

    /// <summary>A road, a lane's name, a section of a road.</summary>
    Road,

    /// <summary>The number on a road or in a village: 12号, 88弄, 12-3号, a bare 12 after a road.</summary>
    Number,

    /// <summary>A named place: residential, office, mall, company, school, shop and the parts of it that bear a name.</summary>
    Poi,

    /// <summary>A development zone or an industrial zone at the place of a division.</summary>
    Zone,

    /// <summary>Building, entrance, floor, room, group of a village: all merged.</summary>
    Unit,

    /// <summary>Separators, directions, names, phones, delivery notes.</summary>
    Other,
}
