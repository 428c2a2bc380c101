using System.Buffers;
using System.Text.Json;

namespace PlanetGraph.Engine.Tests.HardCases;

/// <summary>Addresses that people really write and that a plain lookup gets wrong: each has one certain answer.</summary>
public sealed class HardCaseTests(RepositoryData data) : IClassFixture<RepositoryData>
{
    /// <summary>The cases every engine of the field is compared by.</summary>
    public static TheoryData<string> Shared => Addresses("shared-cases.jsonl");

    /// <summary>Our own: all provinces, short and former names, the source of each answer beside it.</summary>
    public static TheoryData<string> Own => Addresses("own-cases.jsonl");

    [Theory]
    [MemberData(nameof(Shared))]
    public void SharedCase_IsReadRight(string address) => AssertRight("shared-cases.jsonl", address);

    [Theory]
    [MemberData(nameof(Own))]
    public void OwnCase_IsReadRight(string address) => AssertRight("own-cases.jsonl", address);

    private void AssertRight(string file, string address)
    {
        HardCase hard = HardCase.Read(file).First(hard => hard.Address == address);

        Assert.True(hard.FaultsOf(Answer(address)) is [], $"{address} ({hard.Why}): {string.Join("; ", hard.FaultsOf(Answer(address)))}");
    }

    private JsonElement Answer(string address)
    {
        ArrayBufferWriter<byte> output = new();
        data.Standardizer.CreateSession().WriteJson(address, output);
        return JsonDocument.Parse(output.WrittenMemory).RootElement;
    }

    private static TheoryData<string> Addresses(string file) => [.. HardCase.Read(file).Select(hard => hard.Address)];
}
