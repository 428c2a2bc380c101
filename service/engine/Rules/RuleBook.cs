using PlanetGraph.Engine.Data;

namespace PlanetGraph.Engine.Rules;

/// <summary>
/// The one table of rules and weights. A hierarchy's score is the sum over the stretches of text that name one of its divisions;
/// provinces, cities and regions count twice: a town of another place never outweighs them.
/// </summary>
internal static class RuleBook
{
    private static readonly Rule[] Rules =
    [
        new(RuleId.OfficialName, "official-name", 10, "The text has the division's official name."),
        new(RuleId.CoreName, "core-name", 7, "The text has the official name without its suffix (西湖 for 西湖区)."),
        new(RuleId.Alias, "alias", 9, "The text has another name in use (内蒙, 阿坝州)."),
        new(RuleId.FormerName, "former-name", 9, "The text has the name of a division that this one took in or was (崇文区 is 东城区 since 2010)."),
        new(RuleId.FormerPart, "former-part", 8, "A part of the division named became this one; a town below can prove it (余杭区 for what is 临平区 since 2021)."),
        new(RuleId.FormerCore, "former-core", 6, "The text has a former name without its suffix (襄樊)."),
        new(RuleId.OtherSuffix, "other-suffix", 4, "The core is right and the suffix is not the official one (余杭市, 下沙镇)."),
        new(RuleId.Misspelling, "misspelling", 5, "One character is a common mistake (杭洲市, 安微省)."),
        new(RuleId.ZoneLiesIn, "zone-lies-in", 5, "A development zone or a business circle is no division, but lies in one for certain."),
        new(RuleId.SaidLevel, "said-level", 3, "The place in the sentence is that of this level (the tagger's label agrees)."),
        new(RuleId.ParentOfNamed, "parent-of-named", 0, "Not written, but every reading left lies in it."),
        new(RuleId.MunicipalityCity, "municipality-city", 0, "A municipality is province and city at once."),
        new(RuleId.OnlyTownWithVillage, "only-town-with-village", 0, "Not written, but one town alone of the region has a village of this name."),
        new(RuleId.AsWritten, "as-written", 0, "The tagger sees a name of this level; the open data has none like it there, so it stays as written."),
        new(RuleId.FirstRoad, "first-road", 0, "The first road of the address; later ones and those in brackets are hints."),
        new(RuleId.FirstNumber, "first-number", 0, "The first number at a number's place."),
        new(RuleId.NumberOfUnit, "number-of-unit", 0, "No number at a road's place; a plain 号 of a building stands for it."),
        new(RuleId.PlaceSuffix, "place-suffix", 0, "What the name of the place ends in says its kind; names that do not say it stay out."),
        new(RuleId.KnownCircle, "known-circle", 0, "A well-known business circle within the division found."),
        new(RuleId.Customer, "customer-dictionary", 0, "The customer's own dictionary says so."),
        new(RuleId.CityWithoutRegions, "city-without-regions", 0, "The city has no regions (东莞, 中山, 儋州, 嘉峪关): the statistics count it as its own region above its towns."),
        new(RuleId.NamedInPlace, "named-in-place", 2, "A place is named after the division (义乌国际商贸城): weak, but better than nothing where the name is no common word."),
        new(RuleId.SaidAgain, "said-again", 0, "A name said once more means the division that was decided on, not a lower one of that name (长沙长沙 is not 长沙县)."),
        new(RuleId.NotAField, "not-a-field", 0, "The tagger sees no part of the address proper that has a field."),
    ];

    public static Rule Get(RuleId id) => Rules[(int)id];

    public static int Weight(RuleId id) => Rules[(int)id].Weight;

    /// <summary>The rule that a kind of name stands for.</summary>
    public static RuleId ForName(NameKind kind) => kind switch
    {
        NameKind.Full => RuleId.OfficialName,
        NameKind.Short => RuleId.CoreName,
        NameKind.Alias or NameKind.Prefix => RuleId.Alias,
        NameKind.Former => RuleId.FormerName,
        NameKind.FormerPart => RuleId.FormerPart,
        NameKind.FormerCore => RuleId.FormerCore,
        NameKind.Variant => RuleId.OtherSuffix,
        NameKind.Typo => RuleId.Misspelling,
        _ => RuleId.ZoneLiesIn,
    };
}
