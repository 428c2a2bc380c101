using System.Buffers;
using PlanetGraph.Engine.Tests.HardCases;

namespace PlanetGraph.Engine.Tests.Sessions;

/// <summary>Gigabytes of addresses go through one session: what it left behind for each would be the collector's work for hours.</summary>
public sealed class AllocationTests(RepositoryData data) : IClassFixture<RepositoryData>
{
    [Fact]
    public void WriteJson_AfterTheFirst_AllocatesNothing()
    {
        string[] addresses = [.. HardCase.Read("shared-cases.jsonl").Select(hardCase => hardCase.Address)];
        StandardizerSession session = data.Standardizer.CreateSession();
        ArrayBufferWriter<byte> output = new(1 << 20);
        WriteAll(session, addresses, output);
        long before = GC.GetAllocatedBytesForCurrentThread();
        WriteAll(session, addresses, output);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void WriteAll(StandardizerSession session, string[] addresses, ArrayBufferWriter<byte> output)
    {
        foreach (string address in addresses)
        {
            output.ResetWrittenCount();
            session.WriteJson(address, output);
        }
    }
}
