using PlanetGraph.Engine.Data;
using PlanetGraph.Engine.Matching;
using PlanetGraph.Engine.Output;
using PlanetGraph.Engine.Rules;
using PlanetGraph.Engine.Tagging;
using PlanetGraph.Engine.Text;

namespace PlanetGraph.Engine.Resolving;

/// <summary>What the official hierarchy does not settle: names the open data lacks, villages, and the town that a village alone proves.</summary>
internal sealed class LowerLevels(Gazetteer gazetteer)
{
    private readonly MisspelledNames misspelled = new(gazetteer);

    public void Fill(int unit, ReadOnlySpan<Mention> mentions, NormalizedText text, Parts parts)
    {
        foreach (ref readonly Mention mention in mentions)
        {
            switch (mention.Span.Kind)
            {
                case TagKind.City or TagKind.Region when !mention.IsKnown && parts[AddressField.City].IsEmpty && Misspelled(text.Span, mention.Span, DivisionLevel.City, unit) is { } city:
                    parts[AddressField.City] = city;
                    break;
                case TagKind.Region when parts[AddressField.Region].IsEmpty && parts[AddressField.Town].IsEmpty && EndsLikeRegion(text.Span, mention.Span)
                    && (unit >= 0 || mention.Span.Start == 0)
                    && parts[AddressField.City].Start != mention.Span.Start && !IsNameOf(mention, parts[AddressField.City].Unit):
                    parts[AddressField.Region] = Misspelled(text.Span, mention.Span, DivisionLevel.Region, unit) ?? AsWritten(mention.Span);
                    break;
                case TagKind.Town when parts[AddressField.Town].IsEmpty && !IsNameOf(mention, parts[AddressField.City].Unit) && !IsRegion(mention.Span, parts[AddressField.Region]) && IsTown(text.Span, mention):
                    parts[AddressField.Town] = AsWritten(WithoutOffice(text.Span, mention.Span));
                    break;
                case TagKind.Village when parts[AddressField.Village].IsEmpty:
                    parts[AddressField.Village] = AsWritten(FirstVillage(text.Span, mention.Span));
                    InferTown(unit, mention, parts);
                    break;
            }
        }
    }

    /// <summary>阜新市 or 日照 said twice is the city both times.</summary>
    private bool IsNameOf(in Mention mention, int city) => mention.Name >= 0 && gazetteer.KindOf(mention.Name, city) is NameKind.Full or NameKind.Short;

    /// <summary>吉阳镇 was read as what it is today, 吉阳区; 草屯镇 of 南投县 is a region.</summary>
    private static bool IsRegion(TagSpan town, in FieldValue region) => region.Length == town.Length && region.Start == town.Start;

    /// <summary>The division within the one found that the stretch means when one character is wrong; null when it means none.</summary>
    private FieldValue? Misspelled(ReadOnlySpan<char> text, TagSpan span, DivisionLevel level, int unit) =>
        unit >= 0 && misspelled.Find(text.Slice(span.Start, span.Length), level, unit) is >= 0 and var meant ? FieldValue.OfUnit(meant, span.Start, span.Length, RuleId.Misspelling) : null;

    private static FieldValue AsWritten(TagSpan span) => FieldValue.OfText(span.Start, span.Length, RuleId.AsWritten);

    private static bool EndsLikeRegion(ReadOnlySpan<char> text, TagSpan span) => span.Length > 2 && text[span.End - 1] is '区' or '县' or '市' or '旗';

    private static bool IsTown(ReadOnlySpan<char> text, in Mention mention) =>
        ((mention.Full | mention.Short) & LevelSet.Town) != 0
        || mention.Core >= 0 || NameSuffix.EndsTown(text.Slice(mention.Span.Start, mention.Span.Length));

    /// <summary>下沙街道办事处 names the office; the town is 下沙街道.</summary>
    private static TagSpan WithoutOffice(ReadOnlySpan<char> text, TagSpan span) =>
        text.Slice(span.Start, span.Length).EndsWith("街道办事处") ? span with { Length = (short)(span.Length - 3) } : span;

    /// <summary>大鹿行政村大鹿村, 水带村新阳自然村: the village is the first one, the rest lies in it.</summary>
    private static TagSpan FirstVillage(ReadOnlySpan<char> text, TagSpan span)
    {
        ReadOnlySpan<char> name = text.Slice(span.Start, span.Length);
        for (int i = 1; i < name.Length - 2; i++)
        {
            int suffix = NameSuffix.Village(name[i..]);
            if (suffix > 0 && i + suffix < name.Length - 1 && (i > 1 || suffix > 1))
            {
                return span with { Length = (short)(i + suffix) };
            }
        }

        return span;
    }

    private void InferTown(int unit, in Mention village, Parts parts)
    {
        int name = village.Core >= 0 ? village.Core : village.Name;
        if (name < 0 || unit < 0 || (village.Core < 0 && (village.Full & LevelSet.Village) == 0) || !parts[AddressField.Town].IsEmpty || parts[AddressField.Region].Unit != unit)
        {
            return;
        }

        UnitRecord region = gazetteer.Units[unit];
        ReadOnlySpan<ushort> towns = gazetteer.VillageTownsOf(name);
        int at = TownLists.FirstFrom(towns, region.FirstTown);
        bool one = at < towns.Length && towns[at] < region.AfterTown && (at + 1 == towns.Length || towns[at + 1] >= region.AfterTown);
        if (one)
        {
            parts[AddressField.Town] = FieldValue.OfUnit(gazetteer.FirstTown + towns[at], -1, 0, RuleId.OnlyTownWithVillage);
        }
    }
}
