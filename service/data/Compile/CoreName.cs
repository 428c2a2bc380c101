using System.Text.RegularExpressions;
using PlanetGraph.Engine.Data;

namespace PlanetGraph.Data.Compile;

/// <summary>Cuts an official name down to its core (西湖区 -> 西湖), so that addresses that leave the suffix out are understood. A core has two characters or more.</summary>
internal static partial class CoreName
{
    private const string Nation =
        "(?:蒙古族?|回族|藏族|维吾尔族?|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族?|傣族|黎族|傈僳族|佤族|畲族|高山族|拉祜族|水族|东乡族|纳西族|"
        + "景颇族|柯尔克孜族?|土族|达斡尔族?|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯族?|阿昌族|普米族|塔吉克族?|怒族|乌孜别克族|俄罗斯族|鄂温克族?|德昂族|保安族|裕固族|"
        + "京族|塔塔尔族|独龙族|鄂伦春族?|赫哲族|门巴族|珞巴族|基诺族|各族)*";

    /// <summary>The core, or null when too little would stay.</summary>
    public static string? Of(string name, DivisionLevel level)
    {
        string core = level switch
        {
            DivisionLevel.Province => ProvinceSuffix().Replace(name, string.Empty),
            DivisionLevel.City => CitySuffix().Replace(name, string.Empty),
            DivisionLevel.Region => RegionSuffix().Replace(name, string.Empty),
            DivisionLevel.Town => TownSuffix().Replace(name, string.Empty),
            _ => Village(name),
        };
        return core.Length >= 2 && core != name ? core : null;
    }

    /// <summary>The core of a village's name without its committee (小岗村委会 -> 小岗); the whole name when too little would stay.</summary>
    public static string Village(string name)
    {
        string place = Cut(name, VillageCommittee());
        return Cut(place, VillageSuffix());
    }

    /// <summary>自治县 and 自治州 written without the nationality: 阿坝州, 延边自治州, 陵水县.</summary>
    public static IEnumerable<string> WithoutNationality(string name, DivisionLevel level)
    {
        if (Of(name, level) is not { } core)
        {
            yield break;
        }

        string? kind = name.EndsWith("自治州", StringComparison.Ordinal) ? "州"
            : name.EndsWith("自治县", StringComparison.Ordinal) ? "县"
            : name.EndsWith("自治旗", StringComparison.Ordinal) ? "旗"
            : level == DivisionLevel.Town && name.EndsWith("族乡", StringComparison.Ordinal) ? "乡" : null;
        if (kind is not null)
        {
            yield return core + kind;
            if (kind != "乡")
            {
                yield return core + "自治" + kind;
            }
        }
    }

    /// <summary>The name without what it has in brackets, which nobody writes (三星镇（叠石桥家纺产业园区）, 嘉模堂区（氹仔）); the whole name when too little would stay.</summary>
    public static string WithoutBrackets(string name) => Brackets().Replace(name, string.Empty) is { Length: >= 3 } rest ? rest : name;

    private static string Cut(string name, Regex suffix)
    {
        string core = suffix.Replace(name, string.Empty);
        return core.Length >= 2 ? core : name;
    }

    [GeneratedRegex("(?:特别行政区|" + Nation + "自治区|省|市)$")]
    private static partial Regex ProvinceSuffix();

    [GeneratedRegex("(?:" + Nation + "自治州|地区|盟|市|州|县)$")]
    private static partial Regex CitySuffix();

    // 碑林区 and 万柏林区 are no forests.
    [GeneratedRegex("(?:" + Nation + "自治[县旗]|特区|(?<=神农架)林区|新区|区|县|市|旗)$")]
    private static partial Regex RegionSuffix();

    [GeneratedRegex("(?:街道办事处|街道|办事处|地区|" + Nation + "民族乡|" + Nation + "乡|镇|苏木)$")]
    private static partial Regex TownSuffix();

    [GeneratedRegex("（[^）]*）")]
    private static partial Regex Brackets();

    [GeneratedRegex("(?:社区居民委员会|社区居委会|居民委员会|居委会|村民委员会|村委会|委会)$")]
    private static partial Regex VillageCommittee();

    [GeneratedRegex("(?:社区|行政村|自然村|嘎查村?|村)$")]
    private static partial Regex VillageSuffix();
}
