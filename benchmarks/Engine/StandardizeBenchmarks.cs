using System.Buffers;
using BenchmarkDotNet.Attributes;
using PlanetGraph.Engine;
using PlanetGraph.Engine.Matching;
using PlanetGraph.Engine.Text;

namespace PlanetGraph.Benchmarks.Engine;

/// <summary>The engine's hot path, step by step, on a mixed handful of addresses; Standardize is for one address, the others for all eight.</summary>
[MemoryDiagnoser]
public class StandardizeBenchmarks
{
    private static readonly string[] Addresses =
    [
        "浙江省杭州市西湖区文一西路969号海创园3幢502室",
        "北京市朝阳区建国路88号院3号楼",
        "义乌国际商贸城5区97号门",
        "安徽省凤阳县小溪河镇小岗村",
        "臺灣省　臺北市　中正區忠孝東路一段１２號",
        "广东省东莞市长安镇振安中路18号",
        "江苏苏州工业园区星湖街328号创意产业园(近独墅湖大道)",
        "上海市浦东新区张杨路500号时代广场12楼1203室 张三 13800000000",
    ];

    private readonly ArrayBufferWriter<byte> output = new(1 << 16);
    private Standardizer standardizer = null!;
    private StandardizerSession session = null!;
    private NormalizedText text = null!;
    private DivisionMatcher matcher = null!;

    [GlobalSetup]
    public void Open()
    {
        standardizer = Standardizer.Open(Path.Combine(AppContext.BaseDirectory, "data_stable.bin"));
        session = standardizer.CreateSession();
        text = new NormalizedText(standardizer.Gazetteer);
        matcher = new DivisionMatcher(standardizer.Gazetteer);
    }

    [GlobalCleanup]
    public void Close() => standardizer.Dispose();

    /// <summary>Folding characters.</summary>
    [Benchmark]
    public int Normalize()
    {
        int length = 0;
        foreach (string address in Addresses)
        {
            text.Read(address);
            length += text.Span.Length;
        }

        return length;
    }

    /// <summary>Folding and finding all names of divisions.</summary>
    [Benchmark]
    public int Match()
    {
        int matches = 0;
        foreach (string address in Addresses)
        {
            text.Read(address);
            matcher.Read(text.Span);
            matches += matcher.Matches.Length;
        }

        return matches;
    }

    /// <summary>Text in, response object out.</summary>
    [Benchmark(OperationsPerInvoke = 8)]
    public int Standardize()
    {
        output.ResetWrittenCount();
        foreach (string address in Addresses)
        {
            session.WriteJson(address, output);
        }

        return output.WrittenCount;
    }
}
