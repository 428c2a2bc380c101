using PlanetGraph.Engine.Tagging;

namespace PlanetGraph.Data.Synthetic;

/// <summary>Writes roads: named after anything, with directions and ordinals, numbered roads, highways with kilometres, crossings.</summary>
internal sealed class RoadWriter(SeededRandom random, DivisionCatalog catalog, NumberWriter numbers)
{
    private static readonly string[] Ordinals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "1", "2", "3", "5", "6", "8", "19"];

    /// <summary>A road with its number, or a crossing, or a highway.</summary>
    public void Road(LabelledAddress to, TownChain town)
    {
        if (random.Chance(0.02))
        {
            Highway(to);
            return;
        }

        to.Add(TagKind.Road, Name(town));
        if (random.Chance(0.035))
        {
            Crossing(to, town);
            return;
        }

        if (random.Chance(0.055))
        {
            to.Add(TagKind.Road, random.Chance(0.55) ? random.Pick(Words.RoadParts) : random.Chance(0.5) ? $"{random.Between(1, 40)}{random.Pick((string[])["巷", "巷", "路", "街", "胡同"])}" : Name(town));
        }
        else if (random.Chance(0.03))
        {
            to.Add(TagKind.Other, random.Pick((string[])["东", "西", "南", "北", "中", "与", "_", "东侧", "旁", "口"]));
        }

        if (random.Chance(0.77))
        {
            if (random.Chance(0.01))
            {
                to.Add(TagKind.Other, "_");
            }

            numbers.RoadNumber(to);
        }
    }

    /// <summary>A road's name.</summary>
    public string Name(TownChain town)
    {
        switch (random.Weighted(84, 4, 2, 3, 2.5, 2, 1.5, 1.2, 1, 0.6))
        {
            case 0: break;
            case 1: return Direction(4) + random.Pick((string[])["一", "二", "三", "四", "五", "六"]) + "环" + (random.Chance(0.5) ? Direction(4) : "") + "路";
            case 2: return $"{random.Between(1, 30)}号{random.Pick((string[])["大街", "路", "街"])}";
            case 3: return random.Pick((string[])["经", "纬", "园", "工业", "创业", "科技", "文", "金", "开发", "横", "纵", "环", "南", "北", "东", "西", "滨江", "富民", "工贸", "新兴"]) + random.Pick(Ordinals) + random.Pick((string[])["路", "路", "路", "街", "巷", "大道", "支路"]);
            case 4: return (random.Chance(0.3) ? "第" : "") + random.Pick(Ordinals) + random.Pick((string[])["大街", "大道", "街", "路", "马路", "号路", "支路"]);
            case 5: return random.Pick((string[])["东", "西", "南", "北", "中", "后", "前", "上", "下", "老", "新", "大", "小", "横", "直", "正", "十字", "丁字"]) + random.Pick((string[])["街", "街", "大街", "巷", "路", "马路", "弄"]);
            case 6: return Local(town) + Direction(5) + random.Pick((string[])["巷", "弄", "里", "街"]);
            case 8: return Gate(town) + "门" + random.Pick((string[])["外", "内", "外", "内", "", "东", "西", "南", "北"]) + random.Pick((string[])["大街", "大街", "街", "路"]);
            case 9: return Gate(town) + random.Pick((string[])["头", "二", "三", "四", "五", "六", "八", "九", "十", "十二"]) + random.Pick((string[])["条", "条", "条胡同"]);
            default: return random.Pick((string[])["G", "S", "X", ""]) + random.Between(101, 599) + random.Pick((string[])["国道", "省道", "国道", "县道"]);
        }

        string stem = Stem(town);
        string ending = random.Pick(Words.RoadEndings);
        if (ending is "路" or "街" or "大道" or "大街" or "巷")
        {
            switch (random.Weighted(66, 20, 8, 3, 2, 1))
            {
                case 1: stem += Direction(5); break;
                case 2: stem += random.Pick(Ordinals); break;
                case 3: stem = Direction(5) + stem; break;
                case 4: stem += Direction(4) + random.Pick(Ordinals); break;
                case 5: stem = random.Pick("新老大小") + stem; break;
            }
        }

        return stem + ending;
    }

    private string Stem(TownChain town)
    {
        switch (random.Weighted(33, 25, 21, 6, 5, 5, 5, 9))
        {
            case 0: return random.Pick(Words.RoadStems);
            case 1: return catalog.Stem(random);
            case 2: return Coined(random.Chance(0.92) ? 2 : 3);
            case 3: return Local(town);
            case 4: return DivisionNames.Core(town.Town, 3) + random.Pick((string[])["", "", "新", "老"]);
            case 5: return random.Pick(Words.RoadStems) + random.Pick(Words.NameCharacters);
            case 7: return Division(random.Chance(0.5) ? town : catalog.Town(random));
            default: return $"{catalog.Stem(random)[0]}{catalog.Stem(random)[0]}";
        }
    }

    /// <summary>What city gates and the lanes between them are named after: a direction and a word (西直门外大街, 东四十条), or a place.</summary>
    private string Gate(TownChain town) => random.Chance(0.5) ? Direction(4) + random.Pick(Words.NameCharacters) : Stem(town);

    private string Division(TownChain town) => DivisionNames.Core(random.Chance(0.6) && town.Region is not null ? town.Region : town.City ?? town.Province, 2);

    private string Coined(int length)
    {
        string coined = "";
        for (int i = 0; i < length; i++)
        {
            coined += random.Pick(Words.NameCharacters);
        }

        return coined;
    }

    private string Local(TownChain town) => town.Villages.Length > 0 ? DivisionNames.Core(random.Pick(town.Villages), 4) : catalog.Stem(random);

    private string Direction(int count) => "东西南北中"[random.Below(count)].ToString();

    private void Highway(LabelledAddress to)
    {
        string road = random.Pick((string[])["G", "S", "", "", "", "X"]) + (random.Chance(0.85) ? NumberWriter.Text(random.Between(101, 599)) : NumberWriter.Spelt(random.Between(101, 599))) + random.Pick((string[])["国道", "国道", "省道", "县道"]);
        to.Add(TagKind.Road, road);
        if (random.Chance(0.4))
        {
            to.Add(TagKind.Other, random.Pick((string[])[$"K{random.Between(1, 2000)}+{random.Between(1, 999)}", $"{random.Between(1, 2000)}公里处", $"{random.Between(1, 2000)}公里+{random.Between(100, 900)}米", $"{random.Between(1, 900)}KM"]));
        }
        else if (random.Chance(0.6))
        {
            numbers.RoadNumber(to);
        }
    }

    private void Crossing(LabelledAddress to, TownChain town)
    {
        string with = random.Pick((string[])["与", "与", "和", "", "、", "-", "/"]);
        to.Add(TagKind.Other, with).Add(TagKind.Road, Name(town));
        to.Add(TagKind.Other, random.Pick((string[])["交叉口", "交叉口", "交叉路口", "路口", "交汇处", "交口", "口", "交界处", "交叉口东50米", "交叉口西北角"]));
    }
}
