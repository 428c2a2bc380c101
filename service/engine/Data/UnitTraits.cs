namespace PlanetGraph.Engine.Data;

/// <summary>What is special about a unit.</summary>
[Flags]
internal enum UnitTraits : byte
{
    None = 0,

    /// <summary>北京 天津 上海 重庆: province and city are one place under one name.</summary>
    Municipality = 1,
}
