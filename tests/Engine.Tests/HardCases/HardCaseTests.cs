using System.Buffers;
using System.Text.Json;

namespace PlanetGraph.Engine.Tests.HardCases;

/// <summary>Addresses that people really write and that a plain lookup gets wrong: each has one certain answer.</summary>
public sealed class HardCaseTests(RepositoryData data) : IClassFixture<RepositoryData>
{
    private static readonly Dictionary<string, HardCase> SharedCases = HardCase.Read("shared-cases.jsonl").ToDictionary(hard => hard.Address);
    private static readonly Dictionary<string, HardCase> OwnCases = HardCase.Read("own-cases.jsonl").ToDictionary(hard => hard.Address);

    /// <summary>The cases every engine of the field is compared by.</summary>
    public static TheoryData<string> Shared => [.. SharedCases.Keys];

    /// <summary>Our own: all provinces, short and former names, the source of each answer beside it.</summary>
    public static TheoryData<string> Own => [.. OwnCases.Keys];

    [Theory]
    [MemberData(nameof(Shared))]
    public void SharedCase_IsReadRight(string address) => AssertRight(SharedCases[address]);

    [Theory]
    [MemberData(nameof(Own))]
    public void OwnCase_IsReadRight(string address) => AssertRight(OwnCases[address]);

    private void AssertRight(HardCase hard)
    {
        IReadOnlyList<string> faults = hard.FaultsOf(Answer(hard.Address));

        Assert.True(faults is [], $"{hard.Address} ({hard.Why}): {string.Join("; ", faults)}");
    }

    private JsonElement Answer(string address)
    {
        ArrayBufferWriter<byte> output = new();
        data.Standardizer.CreateSession().WriteJson(address, output);
        return JsonDocument.Parse(output.WrittenMemory).RootElement;
    }
}
