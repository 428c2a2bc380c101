using System.Buffers;
using BenchmarkDotNet.Attributes;
using PlanetGraph.Engine;
using PlanetGraph.Engine.Matching;
using PlanetGraph.Engine.Output;
using PlanetGraph.Engine.Resolving;
using PlanetGraph.Engine.Tagging;
using PlanetGraph.Engine.Text;

namespace PlanetGraph.Benchmarks.Engine;

/// <summary>The engine's hot path, each step alone and the whole, on a mixed handful of addresses; times are for one address.</summary>
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
    private Stages[] stages = [];

    [GlobalSetup]
    public void Open()
    {
        standardizer = Standardizer.Open(Path.Combine(AppContext.BaseDirectory, "data_stable.bin"));
        session = standardizer.CreateSession();
        stages = [.. Addresses.Select(_ => new Stages(standardizer))];
        Normalize();
        Match();
        Tag();
        Resolve();
    }

    [GlobalCleanup]
    public void Close() => standardizer.Dispose();

    /// <summary>Folding characters.</summary>
    [Benchmark(OperationsPerInvoke = 8)]
    public void Normalize()
    {
        for (int i = 0; i < Addresses.Length; i++)
        {
            stages[i].Text.Read(Addresses[i]);
        }
    }

    /// <summary>Finding all names of divisions.</summary>
    [Benchmark(OperationsPerInvoke = 8)]
    public void Match()
    {
        foreach (Stages stage in stages)
        {
            stage.Matcher.Read(stage.Text.Span);
        }
    }

    /// <summary>Labels and stretches.</summary>
    [Benchmark(OperationsPerInvoke = 8)]
    public void Tag()
    {
        foreach (Stages stage in stages)
        {
            stage.SpanCount = stage.Tagger.Tag(stage.Text.Span, stage.Matcher.ByLevel(), stage.Spans);
        }
    }

    /// <summary>Mentions and the one hierarchy they agree on.</summary>
    [Benchmark(OperationsPerInvoke = 8)]
    public int Resolve()
    {
        int unit = 0;
        foreach (Stages stage in stages)
        {
            stage.Parts.Clear();
            stage.Mentions.Read(stage.Spans.AsSpan(0, stage.SpanCount), stage.Matcher.Matches, stage.Text.Span);
            unit ^= stage.Hierarchy.Resolve(stage.Mentions.Mentions, stage.Text.Span, stage.Parts);
        }

        return unit;
    }

    /// <summary>The response object as UTF-8.</summary>
    [Benchmark(OperationsPerInvoke = 8)]
    public int Write()
    {
        output.ResetWrittenCount();
        foreach (Stages stage in stages)
        {
            new ResponseWriter(standardizer.Gazetteer, stage.Text, standardizer.CustomerValues, output).Write(stage.Parts);
        }

        return output.WrittenCount;
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

    /// <summary>What the steps of one address leave to the next step.</summary>
    private sealed class Stages(Standardizer standardizer)
    {
        public NormalizedText Text { get; } = new(standardizer.Gazetteer);

        public DivisionMatcher Matcher { get; } = new(standardizer.Gazetteer);

        public AddressTagger Tagger { get; } = new(standardizer.Tagger);

        public TagSpan[] Spans { get; } = new TagSpan[NormalizedText.MaxLength];

        public int SpanCount { get; set; }

        public MentionReader Mentions { get; } = new(standardizer.Gazetteer);

        public HierarchyResolver Hierarchy { get; } = new(standardizer.Gazetteer);

        public Parts Parts { get; } = new();
    }
}
