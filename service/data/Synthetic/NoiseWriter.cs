using PlanetGraph.Engine.Tagging;

namespace PlanetGraph.Data.Synthetic;

/// <summary>Writes what is no part of an address: directions, names, phones, delivery notes, brackets.</summary>
internal sealed class NoiseWriter(SeededRandom random)
{
    /// <summary>Noise before the address, seldom.</summary>
    public void Before(LabelledAddress to)
    {
        if (!random.Chance(0.012))
        {
            return;
        }

        to.Add(TagKind.Other, random.Weighted(3, 3, 2, 2) switch
        {
            0 => "地址:",
            1 => Person() + random.Pick((string[])[",", "，", ":", "-"]),
            2 => Phone() + random.Pick((string[])[",", "，", "-"]),
            _ => random.Pick((string[])["收货地址", "寄到", "送", "收件地址:"]),
        });
    }

    /// <summary>Noise after the address: where beside it, who, what to do.</summary>
    public void After(LabelledAddress to)
    {
        if (random.Chance(0.055))
        {
            to.Add(TagKind.Other, random.Pick(Words.Directions));
        }

        if (random.Chance(0.055))
        {
            string note = random.Weighted(60, 15, 10, 12, 3) switch
            {
                0 => random.Pick(Words.Notes),
                1 => Person(),
                2 => Phone(),
                3 => Person() + Phone(),
                _ => Phone() + Person(),
            };
            to.Add(TagKind.Other, random.Weighted(60, 12, 10, 6) switch
            {
                0 => note,
                1 => $"({note})",
                2 => random.Pick(",，、-_/ ;") + note,
                _ => $"（{note}）",
            });
        }
        else if (random.Chance(0.015))
        {
            to.Add(TagKind.Other, random.Pick((string[])["_", "-", ".", "。", ",", "#", "、"]));
        }
    }

    private string Person() => random.Pick(Words.Surnames).ToString() + random.Weighted(5, 3, 2) switch
    {
        0 => $"{random.Pick(Words.GivenNames)}{random.Pick(Words.GivenNames)}",
        1 => random.Pick(Words.GivenNames).ToString(),
        _ => random.Pick((string[])["先生", "女士", "小姐", "师傅", "老师", "某某", "总", "经理"]),
    };

    private string Phone()
    {
        string phone = random.Chance(0.85) ? $"1{random.Pick("35789")}" : $"0{random.Between(10, 999)}-";
        for (int i = 0; i < (phone[0] == '1' ? 9 : 7); i++)
        {
            phone += random.Pick("0123456789");
        }

        return phone;
    }
}
