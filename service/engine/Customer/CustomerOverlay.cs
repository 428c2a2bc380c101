using PlanetGraph.Engine.Data;
using PlanetGraph.Engine.Output;
using PlanetGraph.Engine.Rules;
using PlanetGraph.Engine.Text;

namespace PlanetGraph.Engine.Customer;

/// <summary>Lays the customer's names over what the engine reads. Immutable; shared by all threads.</summary>
internal sealed class CustomerOverlay(Gazetteer gazetteer, CustomerNames aliases, CustomerNames places, CustomerValues values)
{
    /// <summary>Endings that make an alias a part of a road's name: 老城路 is a road, whatever 老城 stands for.</summary>
    private static readonly string[] RoadEndings = ["路", "街", "大道", "大街", "巷", "弄", "胡同", "东路", "西路", "南路", "北路", "中路"];

    public static CustomerOverlay None(Gazetteer gazetteer) => new(gazetteer, new CustomerNames([]), new CustomerNames([]), CustomerValues.Empty);

    public CustomerValues Values => values;

    /// <summary>Before anything is matched: an alias is read as the official name, with the names above it that the text does not have.</summary>
    public void Rewrite(NormalizedText text)
    {
        for (int at = 0; !aliases.IsEmpty && at < text.Span.Length; at++)
        {
            ReadOnlySpan<CustomerName> found = aliases.At(text.Span[at..]);
            if (found.IsEmpty || IsRoad(text.Span[(at + found[0].Text.Length)..]) || IsInOfficialName(text.Span, at, found[0]))
            {
                continue;
            }

            CustomerName alias = Meant(found, text.Span);
            string official = OfficialPath(alias, text.Span);
            text.Replace(at, found[0].Text.Length, official, alias.Value);
            at += official.Length - 1;
        }
    }

    /// <summary>After everything is read: the customer's places take their fields, and with them their own division where the text has none that contradicts.</summary>
    public void Apply(NormalizedText text, int unit, Parts parts)
    {
        NoteAliases(text, parts);
        for (int at = 0; !places.IsEmpty && at < text.Span.Length; at++)
        {
            ReadOnlySpan<CustomerName> found = places.At(text.Span[at..]);
            int end = at;
            foreach (CustomerName name in found)
            {
                if (IsBest(name, found, unit))
                {
                    unit = Put(name, at, unit, parts);
                    end = at + name.Text.Length - 1;
                }
            }

            at = end;
        }
    }

    private void NoteAliases(NormalizedText text, Parts parts)
    {
        for (AddressField field = AddressField.Province; field <= AddressField.Town && !aliases.IsEmpty; field++)
        {
            FieldValue value = parts[field];
            if (value.Unit >= 0 && value.Start >= 0 && text.MarkOf(value.Start) is >= 0 and var alias)
            {
                parts[field] = value with { Custom = alias, Rule = RuleId.Customer };
            }
        }
    }

    private int Put(CustomerName name, int start, int unit, Parts parts)
    {
        ref FieldValue value = ref parts[name.Field!.Value];
        if (value.Custom >= 0)
        {
            return unit;
        }

        ClearWithin(start, start + name.Text.Length, parts);
        value = new FieldValue(-1, name.Value, start, name.Text.Length, RuleId.Customer);
        if (name.Place < 0 || (unit >= 0 && gazetteer.IsWithin(unit, name.Place)))
        {
            return unit;
        }

        for (int at = name.Place; at >= 0; at = gazetteer.ParentOf(at))
        {
            ref FieldValue upper = ref parts[(AddressField)gazetteer.LevelOf(at)];
            upper = upper.Unit == at ? upper : FieldValue.OfUnit(at, -1, 0, RuleId.Customer);
        }

        return name.Place;
    }

    /// <summary>What was read from inside the name is a part of the name: 人民路 of 人民路大厦.</summary>
    private static void ClearWithin(int start, int end, Parts parts)
    {
        for (AddressField field = AddressField.Town; field <= AddressField.Company; field++)
        {
            FieldValue value = parts[field];
            if (value.Unit < 0 && value.Custom < 0 && value.Length > 0 && value.Start < end && value.Start + value.Length > start)
            {
                parts[field] = FieldValue.None;
            }
        }

        if (parts.NumberText is { Length: > 0 } number && number.Start >= start && number.Start + number.Length <= end)
        {
            parts.HouseNumber = -1;
            parts.NumberText = FieldValue.None;
        }
    }

    /// <summary>Of names that are written alike and give the same field: the one that lies nearest to the division found; one that contradicts it never.</summary>
    private bool IsBest(CustomerName name, ReadOnlySpan<CustomerName> alike, int unit)
    {
        int fit = Fit(name, unit);
        foreach (CustomerName other in alike)
        {
            if (!ReferenceEquals(other, name) && other.Field == name.Field)
            {
                int otherFit = Fit(other, unit);
                if (otherFit > fit || (otherFit == fit && fit == FitInside))
                {
                    return false;
                }
            }
        }

        return fit > 0;
    }

    private const int FitAnywhere = 1;
    private const int FitInside = 2;
    private const int FitAround = 3;

    private int Fit(CustomerName name, int unit)
    {
        if (name.Place < 0)
        {
            return FitAnywhere;
        }

        if (unit >= 0 && gazetteer.IsWithin(unit, name.Place))
        {
            return FitAround + (int)gazetteer.LevelOf(name.Place);
        }

        return unit < 0 || gazetteer.IsWithin(name.Place, unit) ? FitInside : 0;
    }

    /// <summary>Of aliases that are written alike the one of whose parents the text names most.</summary>
    private CustomerName Meant(ReadOnlySpan<CustomerName> alike, ReadOnlySpan<char> text)
    {
        CustomerName alias = alike[0];
        foreach (CustomerName other in alike[1..])
        {
            alias = Mentioned(other.Place, text) > Mentioned(alias.Place, text) ? other : alias;
        }

        return alias;
    }

    private string OfficialPath(CustomerName alias, ReadOnlySpan<char> text)
    {
        string path = gazetteer.Name(alias.Place);
        for (int at = gazetteer.ParentOf(alias.Place); at >= 0; at = gazetteer.ParentOf(at))
        {
            string name = gazetteer.Name(at);
            path = text.Contains(name, StringComparison.Ordinal) || path.StartsWith(name, StringComparison.Ordinal) ? path : name + path;
        }

        return path;
    }

    /// <summary>How many of a unit's ancestors the text names.</summary>
    private int Mentioned(int unit, ReadOnlySpan<char> text)
    {
        int count = 0;
        for (int at = gazetteer.ParentOf(unit); at >= 0; at = gazetteer.ParentOf(at))
        {
            count += text.Contains(gazetteer.Name(at).AsSpan(0, 2), StringComparison.Ordinal) ? 1 : 0;
        }

        return count;
    }

    /// <summary>An alias that begins the official name itself (浦东 of 浦东新区) is left where the text has all of it.</summary>
    private bool IsInOfficialName(ReadOnlySpan<char> text, int at, CustomerName alias)
    {
        string official = gazetteer.Name(alias.Place);
        int offset = official.IndexOf(alias.Text, StringComparison.Ordinal);
        return offset >= 0 && at >= offset && text[(at - offset)..].StartsWith(official);
    }

    private static bool IsRoad(ReadOnlySpan<char> rest)
    {
        foreach (string ending in RoadEndings)
        {
            if (rest.StartsWith(ending, StringComparison.Ordinal) && !rest.StartsWith("街道", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
