using PlanetGraph.Engine.Tagging;

namespace PlanetGraph.Data.Synthetic;

/// <summary>Writes named places: residentials, offices, malls, companies, parks, public places, shops, places without a suffix, and their parts.</summary>
internal sealed class PlaceWriter(SeededRandom random, DivisionCatalog catalog, NumberWriter numbers)
{
    private const string Latin = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /// <summary>A named place with what follows it: its parts, buildings, rooms, a department or a shop inside.</summary>
    public void Place(LabelledAddress to, TownChain town)
    {
        int kind = Kind();
        to.Add(TagKind.Poi, Name(kind, town));
        if (random.Chance(0.19))
        {
            to.Add(TagKind.Poi, random.Chance(0.7) ? random.Pick(Words.SubPlaces) : Name(Kind(), town));
        }

        if (random.Chance(kind is 0 or 1 ? 0.8 : 0.35))
        {
            if (random.Chance(0.05))
            {
                to.Add(TagKind.Other, random.Pick((string[])["-", "_", "(", "/", "，"]));
            }

            numbers.Units(to);
            Inside(to, town, 0.2);
        }
        else
        {
            Inside(to, town, 0.06);
        }

        if (random.Chance(0.035))
        {
            to.Add(TagKind.Other, random.Pick(Words.Directions)).Add(TagKind.Poi, Name(Kind(), town));
        }
    }

    /// <summary>A person, a department or a firm after all else.</summary>
    public void Inside(LabelledAddress to, TownChain town, double share)
    {
        if (!random.Chance(share))
        {
            return;
        }

        switch (random.Weighted(35, 35, 20))
        {
            case 0: to.Add(TagKind.Poi, random.Pick(Words.Departments)); break;
            case 1: to.Add(TagKind.Poi, Name(random.Chance(0.5) ? 3 : 7, town)); break;
            default: to.Add(TagKind.Poi, Name(Kind(), town)); break;
        }
    }

    /// <summary>A named place of any kind.</summary>
    public string Name(TownChain town) => Name(Kind(), town);

    /// <summary>A business circle, named after its town, a road or a landmark: 三里屯商圈, 解放路商圈, 五一广场商圈.</summary>
    public string Circle(TownChain town, string road)
    {
        string name = random.Weighted(15, 25, 45, 15) switch
        {
            0 => DivisionNames.Core(town.Town, 3),
            1 => road,
            2 => random.Pick(Words.RoadStems) + random.Pick(Words.Landmarks),
            _ => random.Pick(Words.RoadStems),
        };
        return name + random.Pick(Words.CircleEndings);
    }

    /// <summary>An administrative zone: 经济开发区, X工业园区.</summary>
    public string Zone(TownChain town)
    {
        string ending = random.Pick(Words.ZoneEndings);
        return random.Weighted(40, 20, 10, 25, 10) switch
        {
            0 => random.Chance(0.15) ? "国家级" + ending : ending,
            1 => DivisionNames.Core(random.Chance(0.6) || town.Region is null ? town.City ?? town.Province : town.Region, 1) + ending,
            2 => DivisionNames.Core(town.Town, 3) + ending,
            3 => catalog.Stem(random) + ending,
            _ => random.Pick((string[])["城东", "城西", "城南", "城北", "东部", "滨海", "临港", "空港", "沿江", "北城", "南郊"]) + ending,
        };
    }

    private int Kind() => random.Weighted(34, 16, 11, 17, 9, 12, 7, 15, 3);

    private string Name(int kind, TownChain town)
    {
        string head = "";
        if (kind >= 3 && random.Chance(kind == 3 ? 0.28 : 0.15))
        {
            head = random.Weighted(5, 3, 2, 1) switch
            {
                0 => DivisionNames.Core(town.City ?? town.Province, 1),
                1 => DivisionNames.Core(town.Region ?? town.Province, 2),
                2 => DivisionNames.Core(town.Province, 0),
                _ => DivisionNames.Core(town.Town, 3),
            };
        }

        string stem = kind == 7 && random.Chance(0.3) ? Brand() : Stem(town);
        return kind switch
        {
            0 => stem + random.Pick(Words.ResidentialEndings),
            1 => stem + random.Pick(Words.OfficeEndings),
            2 => (random.Chance(0.06) ? "" : stem) + random.Pick(Words.MallEndings),
            3 => head + stem + Firm(town),
            4 => stem + random.Pick(Words.ParkEndings),
            5 => head + (head.Length > 0 && random.Chance(0.4) ? random.Pick((string[])["", "第一", "第二", "第四", "实验"]) : stem) + random.Pick(Words.PublicEndings),
            6 => Bare(stem, town),
            8 => random.Pick(Words.Brands) + (random.Chance(0.3) ? "" : random.Pick(Words.BrandEndings)),
            _ => head + stem + random.Pick(random.Chance(0.75) ? Words.ShopEndings : Words.FirmEndings),
        };
    }

    private string Firm(TownChain town) => random.Weighted(64, 24, 6, 6) switch
    {
        0 => random.Pick(Words.CompanyEndings),
        1 => random.Pick(Words.FirmEndings),
        2 => random.Pick(Words.FirmEndings) + random.Pick((string[])["公司", "有限公司", "厂", "公司", "集团"]),
        _ => random.Pick((string[])["有限公司", "股份有限公司", "集团有限公司", "保险", "银行"]) + DivisionNames.Core(random.Chance(0.5) ? town.City ?? town.Province : town.Region ?? town.Province, 2)
            + random.Pick((string[])["分公司", "分公司", "支公司", "营业部", "分行", "支行", "中心支公司", "办事处"]),
    };

    private string Bare(string stem, TownChain town) => random.Weighted(4, 3, 2, 2) switch
    {
        0 => stem,
        1 => stem + random.Pick(Words.NameCharacters),
        2 => catalog.Stem(random) + random.Pick(Words.HamletEndings),
        _ => DivisionNames.Core(town.Town, 3) + random.Pick((string[])["老街", "中学旁", "街上", "集镇", "圩", "农贸", "车站", "大桥", "水库", "一品", "壹号"]),
    };

    private string Stem(TownChain town)
    {
        switch (random.Weighted(32, 29, 11, 4, 7, 6, 3))
        {
            case 0: return Coined(random.Weighted(55, 15, 22, 3) + 2);
            case 1: return catalog.Stem(random);
            case 2: return random.Pick(Words.RoadStems) + (random.Chance(0.4) ? Coined(random.Between(1, 2)) : "");
            case 3: return DivisionNames.Core(town.Town, 3);
            case 4: return town.Villages.Length > 0 ? DivisionNames.Core(random.Pick(town.Villages), 4) : catalog.Stem(random);
            case 5: return catalog.Stem(random) + Coined(random.Between(1, 2));
            default: return Brand();
        }
    }

    private string Brand()
    {
        string brand = "";
        int length = random.Between(2, 6);
        for (int i = 0; i < length; i++)
        {
            brand += random.Pick(Latin);
        }

        return random.Weighted(5, 3, 2) switch
        {
            0 => brand,
            1 => brand.ToLowerInvariant(),
            _ => brand[..1] + Coined(2),
        };
    }

    private string Coined(int length)
    {
        string coined = "";
        for (int i = 0; i < length; i++)
        {
            coined += random.Pick(Words.NameCharacters);
        }

        return coined;
    }
}
