using PlanetGraph.Engine.Data;
using PlanetGraph.Engine.Matching;
using PlanetGraph.Engine.Output;
using PlanetGraph.Engine.Rules;
using PlanetGraph.Engine.Tagging;
using PlanetGraph.Engine.Text;

namespace PlanetGraph.Engine.Fields;

/// <summary>Road, number and named places from what the tagger labelled.</summary>
internal sealed class FieldReader(Gazetteer gazetteer, PlaceNames names)
{
    /// <summary>What makes N号 the number of something inside a place.</summary>
    private const string NotHouses = "楼门厂房店馆库线仓柜室幢栋机桥井铺摊";

    private readonly PlaceReader places = new(gazetteer, names);

    public void Read(ReadOnlySpan<TagSpan> spans, DivisionMatcher matcher, NormalizedText text, int unit, Parts parts)
    {
        ReadOnlySpan<char> characters = text.Span;
        TagSpan plainUnit = default;
        for (int i = 0; i < spans.Length; i++)
        {
            TagSpan span = spans[i];
            ReadOnlySpan<char> content = characters.Slice(span.Start, span.Length);
            switch (span.Kind)
            {
                case TagKind.Road when parts[AddressField.Road].IsEmpty && !IsHint(characters, span) && !IsCrew(spans[..i], content):
                    TagSpan road = places.WithoutCircle(span, characters, matcher, unit, parts);
                    if (road.Length > 0)
                    {
                        road = RoadSection.Join(spans, i, RoadStart.WithoutPark(road, characters), characters);
                        parts[AddressField.Road] = FieldValue.OfText(road.Start, road.Length, RuleId.FirstRoad);
                    }

                    break;
                case TagKind.Number when parts.HouseNumber < 0 && !IsNumberAlone(characters, span):
                    parts.HouseNumber = HouseNumberReader.Read(content);
                    parts.NumberText = parts.HouseNumber < 0 ? FieldValue.None : FieldValue.OfText(span.Start, span.Length, RuleId.FirstNumber);
                    break;
                case TagKind.Town or TagKind.Village or TagKind.Zone when parts[AddressField.Town].Start != span.Start && parts[AddressField.Village].Start != span.Start:
                    places.ReadKnownCircle(span, matcher, unit, parts);
                    break;
                case TagKind.Unit when plainUnit.Length == 0:
                    plainUnit = PlainNumber(characters, span);
                    break;
                case TagKind.Poi:
                    places.Read(spans, i, characters, matcher, unit, parts);
                    break;
            }
        }

        places.ReadCircle(characters, matcher, unit, parts);
        if (parts.HouseNumber < 0 && plainUnit.Length > 0)
        {
            parts.HouseNumber = HouseNumberReader.Read(characters.Slice(plainUnit.Start, plainUnit.Length));
            parts.NumberText = parts.HouseNumber < 0 ? FieldValue.None : FieldValue.OfText(plainUnit.Start, plainUnit.Length, RuleId.NumberOfUnit);
        }
    }

    /// <summary>The number of a unit that stands for the house number: 88号, 88号院; not 3号楼, 2号门, which count within the place.</summary>
    private static TagSpan PlainNumber(ReadOnlySpan<char> text, TagSpan span)
    {
        for (int i = span.Start + 1; i < span.End; i++)
        {
            if (text[i] != '号' || (i + 1 < text.Length && NotHouses.Contains(text[i + 1])))
            {
                continue;
            }

            int start = i;
            while (start > span.Start && (char.IsAsciiDigit(text[start - 1]) || HouseNumberReader.IsNumeral(text[start - 1])))
            {
                start--;
            }

            if (start < i)
            {
                return new TagSpan((short)start, (short)(i + 1 - start), TagKind.Unit);
            }
        }

        return default;
    }

    /// <summary>钢铁厂 + 搬运队, 仓库 + 保安组: people at a place; a part of a village (张家湾组) stands behind it.</summary>
    private static bool IsCrew(ReadOnlySpan<TagSpan> before, ReadOnlySpan<char> name) =>
        name.Length > 1 && name[^1] is '队' or '组' && !char.IsAsciiDigit(name[^2]) && !HouseNumberReader.IsNumeral(name[^2])
        && before is [.., { Kind: TagKind.Poi or TagKind.Number or TagKind.Unit }];

    /// <summary>A text that is nothing but digits is some number, of no house.</summary>
    private static bool IsNumberAlone(ReadOnlySpan<char> text, TagSpan span) => span.Length == text.Length && !text.ContainsAnyExceptInRange('0', '9');

    /// <summary>A road in brackets says where the place is near to (近西藏中路), not where it is.</summary>
    private static bool IsHint(ReadOnlySpan<char> text, TagSpan span)
    {
        int open = text[..span.Start].LastIndexOf('(');
        return (open >= 0 && !text[open..span.Start].Contains(')')) || (span.Start > 0 && text[span.Start - 1] is '近' or '距' or '离');
    }
}
