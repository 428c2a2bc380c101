namespace PlanetGraph.Engine.Rules;

/// <summary>The rules, as <see cref="RuleBook"/> describes them.</summary>
internal enum RuleId : byte
{
    OfficialName,
    CoreName,
    Alias,
    FormerName,
    FormerPart,
    FormerCore,
    OtherSuffix,
    Misspelling,
    ZoneLiesIn,
    SaidLevel,
    ParentOfNamed,
    MunicipalityCity,
    OnlyTownWithVillage,
    AsWritten,
    FirstRoad,
    FirstNumber,
    NumberOfUnit,
    PlaceSuffix,
    KnownCircle,
    Customer,
    CityWithoutRegions,
    NamedInPlace,
    SaidAgain,
    NotAField,
}
