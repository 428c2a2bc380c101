using System.Text.RegularExpressions;

namespace PlanetGraph.Data.Synthetic;

/// <summary>Official names of divisions cut down to what people write.</summary>
internal static partial class DivisionNames
{
    /// <summary>The name without the suffix of its level (0 province … 4 village); the whole name when less than two characters would stay.</summary>
    public static string Core(string name, int level)
    {
        if (level == 0)
        {
            foreach (string autonomous in (string[])["内蒙古", "广西", "西藏", "宁夏", "新疆", "香港", "澳门"])
            {
                if (name.StartsWith(autonomous, StringComparison.Ordinal))
                {
                    return autonomous;
                }
            }
        }

        Regex suffix = level switch { 0 => Province(), 1 => City(), 2 => Region(), 3 => Town(), _ => Village() };
        string core = suffix.Replace(name, string.Empty);
        if (level is 1 or 2 or 3 && core.Length != name.Length)
        {
            string bare = Nationality().Replace(core, string.Empty);
            core = bare.Length >= 2 ? bare : core;
        }

        return core.Length >= 2 ? core : name;
    }

    [GeneratedRegex("(特别行政区|省|市)$")]
    private static partial Regex Province();

    [GeneratedRegex("(自治州|地区|盟|州|市)$")]
    private static partial Regex City();

    [GeneratedRegex("(自治[县旗]|特区|林区|新区|区|县|市|旗)$")]
    private static partial Regex Region();

    [GeneratedRegex("(街道办事处|街道|办事处|地区|民族乡|乡|镇|苏木)$")]
    private static partial Regex Town();

    [GeneratedRegex("(社区居民委员会|社区居委会|居民委员会|居委会|村民委员会|村委会|社区|村|嘎查)$")]
    private static partial Regex Village();

    [GeneratedRegex("(蒙古族|蒙古|回族|藏族|维吾尔族|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族|哈萨克|傣族|黎族|傈僳族|佤族|畲族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族|柯尔克孜|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯族|阿昌族|普米族|塔吉克族|怒族|鄂温克族|德昂族|保安族|裕固族|独龙族|各族)+$")]
    private static partial Regex Nationality();
}
