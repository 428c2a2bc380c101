using BenchmarkDotNet.Attributes;
using PlanetGraph.Engine;
using PlanetGraph.Engine.Matching;
using PlanetGraph.Engine.Tagging;

namespace PlanetGraph.Benchmarks.Engine;

/// <summary>
/// The tagger alone, and the matches it needs, one thread. Text: TAGGER_BENCHMARK_TEXT (an address a line) or the frozen addresses of the tests.
/// Needs a data file: `make data`.
/// </summary>
[MemoryDiagnoser]
public class TaggerBenchmark : IDisposable
{
    private Standardizer standardizer = null!;
    private AddressTagger tagger = null!;
    private DivisionMatcher matcher = null!;
    private string[] addresses = [];
    private DivisionMatch[][] matches = [];
    private readonly TagSpan[] spans = new TagSpan[AddressTagger.MaxLength];

    /// <summary>Reads the addresses and finds their matches once.</summary>
    [GlobalSetup]
    public void Open()
    {
        string root = Root();
        standardizer = Standardizer.Open(Path.Combine(root, "service", "data", "data_stable.bin"));
        tagger = new AddressTagger(standardizer.Tagger);
        matcher = new DivisionMatcher(standardizer.Gazetteer);
        addresses = Environment.GetEnvironmentVariable("TAGGER_BENCHMARK_TEXT") is { } text
            ? File.ReadAllLines(text)
            : [.. File.ReadLines(Path.Combine(root, "tests", "Engine.Tests", "Tagging", "frozen-addresses.txt"))
                .Select(line => string.Concat(line.Split('\t').Select(part => part[(part.IndexOf('=', StringComparison.Ordinal) + 1)..])))];
        addresses = addresses[..1000];
        matches = [.. addresses.Select(Match)];
    }

    /// <summary>1,000 addresses from matches to spans.</summary>
    [Benchmark(OperationsPerInvoke = 1000)]
    public int Tag()
    {
        int total = 0;
        for (int i = 0; i < addresses.Length; i++)
        {
            total += tagger.Tag(addresses[i], matches[i], spans);
        }

        return total;
    }

    /// <summary>1,000 addresses from text to matches.</summary>
    [Benchmark(OperationsPerInvoke = 1000)]
    public int MatchDivisions()
    {
        int total = 0;
        foreach (string address in addresses)
        {
            matcher.Read(address);
            total += matcher.ByLevel().Length;
        }

        return total;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        standardizer.Dispose();
        GC.SuppressFinalize(this);
    }

    private DivisionMatch[] Match(string address)
    {
        matcher.Read(address);
        return matcher.ByLevel().ToArray();
    }

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PlanetGraph.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException($"No PlanetGraph.sln above {AppContext.BaseDirectory}: run the benchmark from the repository's build.");
    }
}
