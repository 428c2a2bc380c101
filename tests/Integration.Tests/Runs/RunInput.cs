using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace PlanetGraph.Integration.Tests.Runs;

/// <summary>The input of the fault tests: every format, several encodings, one file of many chunks; the same bytes every time.</summary>
internal static class RunInput
{
    private static readonly string[] Places =
    [
        "北京市海淀区中关村街道科学院南路{0}号", "上海市浦东新区花木街道锦绣路{0}弄", "广东省深圳市南山区粤海街道科技园路{0}号",
        "浙江省杭州市西湖区文新街道文一西路{0}号", "四川省成都市武侯区桂溪街道天府大道{0}号", "陕西西安雁塔区小寨路{0}号",
    ];

    /// <summary>Rows of all files together.</summary>
    public const int Rows = SmallFiles * RowsOfSmallFile + RowsOfBigFile + 3 * RowsOfSmallFile;

    public const int Files = SmallFiles + 4;

    /// <summary>One of the small files.</summary>
    public const string SmallFile = "省份 0/000.txt";

    private const int SmallFiles = 40;
    private const int RowsOfSmallFile = 20;
    private const int RowsOfBigFile = 4000;

    static RunInput() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Writes the files into the folder.</summary>
    public static void Write(string folder)
    {
        for (var file = 0; file < SmallFiles; file++)
        {
            Write(Path.Combine(folder, $"省份 {file % 4}", $"{file:000}.txt"), string.Join('\n', Addresses(file, RowsOfSmallFile)) + "\n", new UTF8Encoding(false));
        }

        Write(Path.Combine(folder, "big.txt"), string.Join("\r\n", Addresses(1000, RowsOfBigFile)), Encoding.GetEncoding("GB18030"));
        Write(Path.Combine(folder, "table.csv"), "id,address\n" + string.Concat(Addresses(2000, RowsOfSmallFile).Select((address, row) => $"{row},\"{address}\"\n")), new UTF8Encoding(true));
        Write(Path.Combine(folder, "lines.jsonl"), string.Concat(Addresses(3000, RowsOfSmallFile).Select(address => $"{{\"addr\":\"{address}\"}}\n")), new UTF8Encoding(false));
        using var packed = new GZipStream(File.Create(Path.Combine(folder, "packed.txt.gz")), CompressionLevel.Fastest);
        packed.Write(Encoding.UTF8.GetBytes(string.Join('\n', Addresses(4000, RowsOfSmallFile)) + "\n"));
    }

    private static IEnumerable<string> Addresses(int seed, int count) =>
        Enumerable.Range(seed, count).Select(number => string.Format(CultureInfo.InvariantCulture, Places[number % Places.Length], number));

    private static void Write(string path, string text, Encoding encoding)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text, encoding);
    }
}
