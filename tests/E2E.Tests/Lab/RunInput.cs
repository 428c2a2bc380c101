using System.Globalization;
using System.Text;

namespace PlanetGraph.E2E.Tests.Lab;

/// <summary>Input of a run and what standalone makes of it: the bytes that every other way of running must give.</summary>
internal sealed class RunInput : IDisposable
{
    private static readonly string[] Addresses =
    [
        "北京市朝阳区建国路88号", "浙江省杭州市西湖区文三路{0}号", "上海浦东新区世纪大道{0}号", "广东省深圳市南山区科技园路{0}号", "四川成都武侯区人民南路{0}号",
        "湖北省武汉市洪山区珞喻路{0}号", "江苏南京鼓楼区中山路{0}号", "陕西省西安市雁塔区小寨路{0}号", "", "重庆市渝中区解放碑{0}号",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("planet-graph-run").FullName;

    private RunInput()
    {
    }

    /// <summary>The local input folder.</summary>
    public string Input => Path.Combine(_folder, "input");

    /// <summary>What standalone made of it.</summary>
    public string Expected => Path.Combine(_folder, "expected");

    /// <summary>Rows over all files.</summary>
    public int Rows { get; private set; }

    /// <summary>Makes files of addresses, in folders, in three formats.</summary>
    public static RunInput Make(int files, int rowsPerFile)
    {
        var input = new RunInput();
        for (var file = 0; file < files; file++)
        {
            var text = new StringBuilder();
            var extension = (file % 4) switch { 0 => "csv", 1 => "jsonl", _ => "txt" };
            if (extension == "csv")
            {
                text.Append("id,address\n");
            }

            for (var row = 0; row < rowsPerFile; row++)
            {
                var number = (file * 31 + row) % 997 + 1;
                var address = string.Format(CultureInfo.InvariantCulture, Addresses[(file + row) % Addresses.Length], number);
                text.Append(extension switch
                {
                    "csv" => string.Create(CultureInfo.InvariantCulture, $"{row},{address}\n"),
                    "jsonl" => string.Create(CultureInfo.InvariantCulture, $"{{\"id\":{row},\"addr\":\"{address}\"}}\n"),
                    _ => address + "\n",
                });
            }

            input.Add(string.Create(CultureInfo.InvariantCulture, $"part-{file % 5}/addresses-{file:000}.{extension}"), text.ToString());
        }

        input.Rows = files * rowsPerFile;
        return input;
    }

    /// <summary>Adds one file.</summary>
    public void Add(string path, string text)
    {
        var file = Path.Combine(Input, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    /// <summary>Runs the standalone program over the input and keeps its result as what is expected.</summary>
    public async Task<CommandResult> RunStandaloneAsync(string repo) =>
        await Command.TryAsync("dotnet", ["artifacts/bin/PlanetGraph.Standalone/release/planet-graph.dll", "batch", "--input", Input, "--output", Expected, "--parallelism", "2"], repo);

    /// <summary>Fails the test unless a result folder has the expected bytes; times in the manifest are nobody's promise.</summary>
    public void AssertSame(string result)
    {
        Assert.Equal(Files(Expected), Files(result));
        foreach (var path in Files(Expected).Where(p => p != "manifest.json"))
        {
            Assert.True(File.ReadAllBytes(Path.Combine(Expected, path)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(result, path))), $"{path} differs from standalone's.");
        }
    }

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string[] Files(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(folder, f))
            .Where(p => !p.StartsWith('.'))
            .Order(StringComparer.Ordinal)];
}
