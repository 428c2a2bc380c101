using System.Globalization;
using PlanetGraph.Engine.Tagging;

namespace PlanetGraph.Data.Synthetic;

/// <summary>Writes house numbers, lanes and what follows them inside: buildings, entrances, floors, rooms.</summary>
internal sealed class NumberWriter(SeededRandom random)
{
    private const string Digits = "零一二三四五六七八九";
    private static readonly string[] Buildings = ["幢", "幢", "幢", "栋", "栋", "栋", "号楼", "号楼", "号楼", "座", "#", "#楼", "楼", "幢楼", "号院", "门", "撞", "橦", "号门", "区", "排", "弄", "号厂房", "号车间", "号仓库", "期", "组团"];
    private static readonly string[] Lettered = ["座", "座", "幢", "栋", "楼", "区", "栋", "", "座", "馆", "门"];

    /// <summary>A number on a road: 12号, 12-3号, 88弄6号, a bare 12, 十二号.</summary>
    public void RoadNumber(LabelledAddress to)
    {
        int number = random.Chance(0.5) ? random.Skewed(1, 2600) : random.Between(1, 1999);
        string text = Text(number);
        switch (random.Weighted(62, 11, 6, 3, 3, 2, 2, 4, 1.5, 1, 1, 1.2, 1, 1, 0.6, 0.5, 0.8))
        {
            case 0: to.Add(TagKind.Number, text + "号"); break;
            case 1: to.Add(TagKind.Number, text); break;
            case 2: to.Add(TagKind.Number, $"{text}-{random.Between(1, 30)}号"); break;
            case 3: to.Add(TagKind.Number, $"{text}-{number + (2 * random.Between(1, 8))}{(random.Chance(0.6) ? "号" : "")}"); break;
            case 4:
                to.Add(TagKind.Number, $"{text}弄");
                Separator(to, 0.15);
                to.Add(random.Chance(0.5) ? TagKind.Unit : TagKind.Number, $"{random.Between(1, 200)}号");
                break;
            case 5: to.Add(TagKind.Number, $"{text}弄"); break;
            case 6: to.Add(TagKind.Number, $"{text}号-{random.Between(1, 20)}"); break;
            case 7: to.Add(TagKind.Number, Chinese(random.Skewed(1, 99)) + "号"); break;
            case 8: to.Add(TagKind.Number, $"{text}号附{random.Between(1, 40)}号"); break;
            case 9: to.Add(TagKind.Number, $"{random.Pick("甲乙丙新老特附东西南北临")}{text}号"); break;
            case 10: to.Add(TagKind.Number, $"{text}号院"); break;
            case 11: to.Add(TagKind.Number, $"{text}、{number + 2}号"); break;
            case 12: to.Add(TagKind.Number, $"{text}#"); break;
            case 13:
                to.Add(TagKind.Number, text).Add(TagKind.Other, "-").Add(TagKind.Unit, $"{random.Between(1, 30)}{(random.Chance(0.7) ? "号" : "")}");
                break;
            case 14: to.Add(TagKind.Number, $"{text}号之{(random.Chance(0.5) ? Chinese(random.Between(1, 9)) : Text(random.Between(1, 9)))}"); break;
            case 15: to.Add(TagKind.Number, $"{text}户"); break;
            default: to.Add(TagKind.Number, $"{text}号").Add(TagKind.Other, random.Chance(0.5) ? "-" : "—").Add(TagKind.Number, $"{random.Between(1, 30)}号"); break;
        }
    }

    /// <summary>A number inside a village: mostly 12号, without lanes.</summary>
    public void VillageNumber(LabelledAddress to)
    {
        string text = Text(random.Skewed(1, 1900));
        switch (random.Weighted(74, 12, 5, 3, 3))
        {
            case 0: to.Add(TagKind.Number, text + "号"); break;
            case 1: to.Add(TagKind.Number, text); break;
            case 2: to.Add(TagKind.Number, $"{text}-{random.Between(1, 12)}{(random.Chance(0.7) ? "号" : "")}"); break;
            case 3: to.Add(TagKind.Number, Chinese(random.Skewed(1, 99)) + "号"); break;
            default: to.Add(TagKind.Number, text + "户"); break;
        }
    }

    /// <summary>A group of a village: 3组, 五队, 十二社.</summary>
    public void Group(LabelledAddress to)
    {
        int number = random.Skewed(1, 20);
        string ending = random.Pick((string[])["组", "组", "组", "组", "组", "队", "队", "社", "村民小组", "小组", "生产队", "屯"]);
        to.Add(TagKind.Unit, (random.Chance(0.65) ? Text(number) : Chinese(number)) + ending);
    }

    /// <summary>Building, entrance, floor and room in one of the ways people write them.</summary>
    public void Units(LabelledAddress to)
    {
        switch (random.Weighted(36, 16, 7, 10, 14, 3, 3, 2, 1.2))
        {
            case 0: Building(to); break;
            case 1: Dashed(to); break;
            case 2: to.Add(TagKind.Unit, random.Pick("ABCDEFGHabcd") + random.Pick(Lettered)); MaybeRoom(to, 0.5); break;
            case 3: Floor(to); MaybeRoom(to, 0.45); break;
            case 4: Room(to); break;
            case 5: to.Add(TagKind.Unit, random.Pick("ABCDEF") + Text(random.Between(1, 40)) + random.Pick((string[])["幢", "栋", "座", "", "号", "-" + random.Between(101, 1900)])); MaybeRoom(to, 0.3); break;
            case 6: to.Add(TagKind.Unit, $"{Text(random.Between(1, 40))}排{random.Between(1, 30)}{random.Pick((string[])["号", "幢", ""])}"); break;
            case 8: to.Add(TagKind.Unit, $"{Chinese(random.Between(1, 6))}楼{Chinese(random.Between(1, 20))}街{random.Between(1000, 99999)}{random.Pick((string[])["号", "", "店面"])}"); break;
            default: to.Add(TagKind.Unit, $"{random.Pick((string[])["商铺", "店面", "铺位", "摊位", "门面", "车库", "仓库", "号门面"])}{random.Between(1, 300)}{(random.Chance(0.6) ? "号" : "")}"); break;
        }
    }

    /// <summary>A number in Chinese characters, 1 to 99.</summary>
    public static string Chinese(int number)
    {
        int tens = number / 10;
        int ones = number % 10;
        string head = tens == 0 ? "" : tens == 1 ? "十" : Digits[tens] + "十";
        return ones == 0 && tens > 0 ? head : head + Digits[ones];
    }

    /// <summary>A number digit by digit in Chinese characters: 一零四.</summary>
    public static string Spelt(int number) => string.Concat(Text(number).Select(digit => Digits[digit - '0']));

    /// <summary>A number in digits.</summary>
    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private void Building(LabelledAddress to)
    {
        int number = random.Skewed(1, 180);
        to.Add(TagKind.Unit, (random.Chance(0.06) && number < 100 ? Chinese(number) : Text(number)) + random.Pick(Buildings));
        Separator(to, 0.04);
        if (random.Chance(0.42))
        {
            int entrance = random.Skewed(1, 14);
            to.Add(TagKind.Unit, (random.Chance(0.12) ? Chinese(entrance) : Text(entrance)) + random.Pick((string[])["单元", "单元", "单元", "单元", "单元", "号", "门", "梯", "座", "室"]));
        }
        else if (random.Chance(0.06))
        {
            to.Add(TagKind.Unit, random.Pick("ABCD") + random.Pick((string[])["座", "", "单元", "区"]));
        }

        if (random.Chance(0.12))
        {
            Floor(to);
        }

        MaybeRoom(to, 0.62);
    }

    private void Dashed(LabelledAddress to)
    {
        string dash = random.Pick((string[])["-", "-", "-", "-", "-", "-", "－", "—", "/", "_", "~", "#"]);
        to.Add(TagKind.Unit, Text(random.Skewed(1, 160))).Add(TagKind.Other, dash);
        if (random.Chance(0.55))
        {
            to.Add(TagKind.Unit, Text(random.Skewed(1, 14))).Add(TagKind.Other, dash);
        }

        to.Add(TagKind.Unit, Text(random.Between(101, 2999)) + (random.Chance(0.2) ? "室" : ""));
    }

    private void Floor(LabelledAddress to)
    {
        int floor = random.Skewed(1, 99);
        string text = random.Chance(0.45) ? Text(floor) : Chinese(Math.Min(floor, 30));
        switch (random.Weighted(60, 12, 12, 4, 3, 2, 2))
        {
            case 0: to.Add(TagKind.Unit, text + "楼"); break;
            case 1: to.Add(TagKind.Unit, text + "层"); break;
            case 2: to.Add(TagKind.Unit, Text(floor) + random.Pick((string[])["F", "f", "L"])); break;
            case 3: to.Add(TagKind.Unit, random.Pick((string[])["B1", "B2", "负一楼", "负一层", "地下一层", "底楼", "底层", "顶楼", "负1楼", "-1楼", "-1F"])); break;
            case 4: to.Add(TagKind.Unit, $"{text}楼{random.Pick("ABCD东西南北")}{random.Pick((string[])["区", "座", "", "侧", "面"])}"); break;
            case 5: to.Add(TagKind.Unit, $"{Text(random.Between(1, 6))}-{random.Between(2, 9)}楼"); break;
            default: to.Add(TagKind.Unit, text + "楼整层"); break;
        }
    }

    private void MaybeRoom(LabelledAddress to, double share)
    {
        if (random.Chance(share))
        {
            Separator(to, 0.08);
            Room(to);
        }
    }

    private void Room(LabelledAddress to)
    {
        string number = Text(random.Chance(0.8) ? random.Between(101, 3999) : random.Skewed(1, 99));
        switch (random.Weighted(40, 34, 8, 5, 4, 3, 2, 1, 1))
        {
            case 0: to.Add(TagKind.Unit, number + "室"); break;
            case 1: to.Add(TagKind.Unit, number); break;
            case 2: to.Add(TagKind.Unit, number + "号"); break;
            case 3: to.Add(TagKind.Unit, random.Pick("ABCDEFG") + number); break;
            case 4: to.Add(TagKind.Unit, $"{number}-{random.Between(1, 12)}{(random.Chance(0.4) ? "室" : "")}"); break;
            case 5: to.Add(TagKind.Unit, number + random.Pick("ABCDabc")); break;
            case 6: to.Add(TagKind.Unit, number + "房"); break;
            case 7: to.Add(TagKind.Unit, $"{number}、{random.Between(101, 3999)}室"); break;
            default: to.Add(TagKind.Unit, random.Pick((string[])["东", "西", "左", "右", "中"]) + random.Pick((string[])["户", "室", "边户"])); break;
        }
    }

    private void Separator(LabelledAddress to, double share)
    {
        if (random.Chance(share))
        {
            to.Add(TagKind.Other, random.Pick((string[])["-", "-", "_", "—", ",", "，", "/"]));
        }
    }
}
