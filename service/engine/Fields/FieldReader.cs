using PlanetGraph.Engine.Data;
using PlanetGraph.Engine.Matching;
using PlanetGraph.Engine.Output;
using PlanetGraph.Engine.Rules;
using PlanetGraph.Engine.Tagging;
using PlanetGraph.Engine.Text;

namespace PlanetGraph.Engine.Fields;

/// <summary>Road, number and named places from what the tagger labelled.</summary>
internal sealed class FieldReader(Gazetteer gazetteer)
{
    /// <summary>What makes N号 the number of something inside a place.</summary>
    private const string NotHouses = "楼门厂房店馆库线仓柜室幢栋机桥井铺摊";

    public void Read(ReadOnlySpan<TagSpan> spans, DivisionMatcher matcher, NormalizedText text, int unit, Parts parts)
    {
        ReadOnlySpan<char> characters = text.Span;
        TagSpan plainUnit = default;
        foreach (TagSpan span in spans)
        {
            ReadOnlySpan<char> content = characters.Slice(span.Start, span.Length);
            switch (span.Kind)
            {
                case TagKind.Road when parts[AddressField.Road].IsEmpty && !IsHint(characters, span):
                    parts[AddressField.Road] = FieldValue.OfText(span.Start, span.Length, RuleId.FirstRoad);
                    break;
                case TagKind.Number when parts.HouseNumber < 0:
                    parts.HouseNumber = HouseNumberReader.Read(content);
                    parts.NumberText = parts.HouseNumber < 0 ? FieldValue.None : FieldValue.OfText(span.Start, span.Length, RuleId.FirstNumber);
                    break;
                case TagKind.Unit when plainUnit.Length == 0:
                    plainUnit = PlainNumber(characters, span);
                    break;
                case TagKind.Poi:
                    Place(span, content, matcher, unit, parts);
                    break;
            }
        }

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

    /// <summary>A road in brackets says where the place is near to (近西藏中路), not where it is.</summary>
    private static bool IsHint(ReadOnlySpan<char> text, TagSpan span)
    {
        int open = text[..span.Start].LastIndexOf('(');
        return (open >= 0 && !text[open..span.Start].Contains(')')) || (span.Start > 0 && text[span.Start - 1] is '近' or '距' or '离');
    }

    private void Place(TagSpan span, ReadOnlySpan<char> content, DivisionMatcher matcher, int unit, Parts parts)
    {
        if (PlaceKind(content) is { } field)
        {
            ref FieldValue value = ref parts[field];
            value = value.IsEmpty ? FieldValue.OfText(span.Start, span.Length, RuleId.PlaceSuffix) : value;
        }
        else if (parts[AddressField.BusinessCircle].IsEmpty && IsKnownCircle(span, matcher, unit))
        {
            parts[AddressField.BusinessCircle] = FieldValue.OfText(span.Start, span.Length, RuleId.KnownCircle);
        }
    }

    /// <summary>The field that the longest ending of the name stands for.</summary>
    private AddressField? PlaceKind(ReadOnlySpan<char> name)
    {
        ReadOnlySpan<ushort> alphabet = gazetteer.Alphabet.Span;
        ReadOnlySpan<TrieNode> trie = gazetteer.Endings.Span;
        int node = 0;
        int found = -1;
        for (int i = name.Length - 1; i >= 0; i--)
        {
            ushort code = alphabet[name[i]];
            int child = trie[node].Base + code;
            if (code == 0 || child >= trie.Length || trie[child].Parent != node)
            {
                break;
            }

            node = child;
            found = trie[child].Name >= 0 && (i > 0 || trie[child].Name < 0) ? trie[child].Name : found;
        }

        return found < 0 ? null : gazetteer.EndingFields[found] is var kind and < Parts.FieldCount ? (AddressField)kind : null;
    }

    private bool IsKnownCircle(TagSpan span, DivisionMatcher matcher, int unit)
    {
        foreach (ref readonly NameMatch match in matcher.Matches)
        {
            if (match.Start != span.Start || match.Length != span.Length || match.Extended)
            {
                continue;
            }

            foreach (uint packed in gazetteer.ReferencesOf(match.Name))
            {
                NameReference reference = new(packed);
                if (reference.Kind == NameKind.BusinessCircle && (gazetteer.IsWithin(unit, reference.Unit) || gazetteer.IsWithin(reference.Unit, unit)))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
