using PlanetGraph.Engine.Tagging;

namespace PlanetGraph.Data.Synthetic;

/// <summary>Writes the divisions of an address: levels left out, cut short, repeated, out of order, renamed since, with and without separators.</summary>
internal sealed class DivisionWriter(SeededRandom random, DivisionCatalog catalog)
{
    /// <summary>Province, city, region; sometimes all of them twice.</summary>
    public void Upper(LabelledAddress to, TownChain town)
    {
        bool municipality = DivisionCatalog.IsMunicipality(town.Province);
        bool hasProvince = random.Chance(0.46);
        bool hasCity = random.Chance(0.58);
        bool hasRegion = town.Region is not null && random.Chance(0.7);
        bool shortAll = random.Chance(0.06);
        string separator = random.Chance(0.05) ? random.Pick((string[])["-", "_", ",", "，", "/", "、", "."]) : "";
        List<LabelledPart> parts = [];
        if (municipality)
        {
            if (hasProvince || hasCity)
            {
                if (random.Chance(0.3))
                {
                    parts.Add(new(random.Chance(0.75) ? DivisionNames.Core(town.Province, 0) : town.Province, TagKind.Province));
                }

                parts.Add(new(Cut(town.Province, 1, shortAll ? 0.9 : 0.1), TagKind.City));
            }
        }
        else
        {
            if (hasProvince)
            {
                parts.Add(new(Cut(town.Province, 0, shortAll ? 0.95 : 0.1), TagKind.Province));
            }

            if (hasCity && town.City is not null)
            {
                if (random.Chance(0.05))
                {
                    parts.Add(new(DivisionNames.Core(town.City, 1), TagKind.City));
                }

                parts.Add(new(Cut(town.City, 1, shortAll ? 0.95 : 0.24), TagKind.City));
            }
        }

        if (hasRegion)
        {
            string region = town.Region!;
            if (random.Chance(0.04))
            {
                region = Aged(region);
            }

            if (random.Chance(0.02))
            {
                parts.Add(new(DivisionNames.Core(region, 2), TagKind.Region));
            }

            parts.Add(new(Cut(region, 2, shortAll ? 0.8 : 0.12), TagKind.Region));
        }

        if (parts.Count == 1 && random.Chance(0.05))
        {
            parts.Add(parts[0]);
        }
        else if (parts.Count > 1 && random.Chance(0.08))
        {
            int from = random.Below(parts.Count);
            List<LabelledPart> again = parts.GetRange(from, parts.Count - from);
            if (random.Chance(0.3))
            {
                again = [.. again.Select(part => part with { Text = DivisionNames.Core(part.Text, (int)part.Kind) })];
            }

            parts = random.Chance(0.7) ? [.. parts, .. again] : [.. again, .. parts];
        }
        else if (parts.Count > 1 && random.Chance(0.006))
        {
            parts.Reverse();
        }

        if (parts.Count > 0 && parts[0].Kind == TagKind.Province && random.Chance(0.02))
        {
            to.Add(TagKind.Other, random.Chance(0.8) ? "中国" : "中华人民共和国");
        }

        for (int i = 0; i < parts.Count; i++)
        {
            if (i > 0)
            {
                to.Add(TagKind.Other, separator);
            }

            to.Add(parts[i].Kind, parts[i].Text);
            if (i == parts.Count - 1 && parts[i].Kind != TagKind.Region && !municipality && random.Chance(0.015))
            {
                to.Add(TagKind.Other, random.Pick((string[])["其它区", "其他区", "市辖区", "XX区", "其他县区"]));
            }
        }
    }

    /// <summary>The town, as it is written in most addresses, or one that no list has.</summary>
    public void Town(LabelledAddress to, TownChain town)
    {
        string name = town.Town;
        if (IsZone(name))
        {
            to.Add(TagKind.Zone, name);
            return;
        }

        double kind = random.Unit();
        if (kind < 0.1)
        {
            name = (random.Chance(0.7) ? catalog.Stem(random) : DivisionNames.Core(name, 3)) + random.Pick((string[])["镇", "镇", "镇", "街道", "街道", "乡", "街道办事处", "街道办", "办事处"]);
        }
        else if (name.EndsWith("街道", StringComparison.Ordinal) && random.Chance(0.04))
        {
            name = name[..^2] + random.Pick((string[])["街道办事处", "街办", "镇", "街道办", "办事处", "乡"]);
        }
        else if (name.EndsWith('镇') && random.Chance(0.03))
        {
            name = name[..^1] + random.Pick((string[])["乡", "街道"]);
        }

        if (name.Length > 2 && random.Chance(0.012))
        {
            int at = random.Below(name.Length - 1);
            name = name[..at] + random.Pick(Words.NameCharacters) + name[(at + 1)..];
        }

        name = EndsLikeRoad(DivisionNames.Core(name, 3)) ? name : Cut(name, 3, 0.17);
        to.Add(TagKind.Town, name);
        if (random.Chance(0.02))
        {
            to.Add(TagKind.Town, random.Chance(0.5) ? name : town.Town);
        }
    }

    /// <summary>Village or community: of the town, or one that no list has; with the endings people give it or none.</summary>
    public void Village(LabelledAddress to, TownChain town)
    {
        bool known = town.Villages.Length > 0 && random.Chance(0.62);
        string official = known ? random.Pick(town.Villages) : catalog.Stem(random) + (random.Chance(0.3) ? random.Pick(Words.NameCharacters).ToString() : "") + "村";
        string core = DivisionNames.Core(official, 4);
        bool community = known && (official.Contains('居') || official.Contains("社区", StringComparison.Ordinal));
        if (core.Length > 6)
        {
            return;
        }

        string ending = random.Weighted(68, community ? 40 : 2, 20, 2.5, 1.5, 1, 3, 1) switch
        {
            0 => community && random.Chance(0.7) ? "社区" : "村",
            1 => "社区",
            2 => EndsLikeRoad(core) ? "社区" : "",
            3 => community ? "居委会" : random.Chance(0.5) ? "村委会" : "村委",
            4 => "行政村",
            5 => "自然村",
            6 => known ? "" : random.Pick((string[])["庄", "一村", "二村", "新村", "大队", "屯", "寨", "湾", "坪", "坑", "桥", "庄村"]),
            _ => "村村委会",
        };
        if (core.EndsWith('村') && ending.StartsWith('村') && random.Chance(0.8))
        {
            ending = ending[1..];
        }

        to.Add(TagKind.Village, core + ending);
    }

    /// <summary>A hamlet or quarter inside a village, mostly without an ending.</summary>
    public string Hamlet() => catalog.Stem(random) + random.Weighted(38, 28, 8, 6, 4, 12, 8) switch
    {
        0 => "",
        1 => random.Pick(Words.HamletEndings).ToString(),
        2 => "自然村",
        3 => "小区",
        4 => "新村",
        5 => "村",
        _ => "庄",
    };

    /// <summary>The statistics count development zones, farms and camps among the towns; an address treats them as zones.</summary>
    private static bool IsZone(string name) =>
        ((string[])["开发区", "园区", "工业区", "产业", "集聚区", "示范区", "管委会", "管理处", "管理区", "监狱"]).Any(word => name.Contains(word, StringComparison.Ordinal));

    /// <summary>朝晖路街道 cut short would read as the road that it is named after.</summary>
    private static bool EndsLikeRoad(string core) => core[^1] is '路' or '街' or '道' or '巷' or '弄' or '里';

    private string Cut(string name, int level, double share) => random.Chance(share) ? DivisionNames.Core(name, level) : name;

    /// <summary>A region's name as an older address has it: 县 and 市 that became 区, or a name that is gone.</summary>
    private string Aged(string region)
    {
        if (random.Chance(0.4))
        {
            return catalog.Stem(random)[..2] + random.Pick((string[])["区", "区", "县", "市", "新区", "新区"]);
        }

        return region.EndsWith('区') && region.Length > 2 ? region[..^1] + random.Pick((string[])["市", "县"]) :
            region.EndsWith('县') || region.EndsWith('市') ? region[..^1] + random.Pick((string[])["区", "市", "县"]) : region;
    }
}
