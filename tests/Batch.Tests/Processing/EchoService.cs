using System.Buffers;
using System.Text;
using PlanetGraph.Batch.AddressService;
using PlanetGraph.Batch.Tasks;

namespace PlanetGraph.Batch.Tests.Processing;

/// <summary>An address service whose answer tells the address back, so that a test sees which row got which answer.</summary>
public sealed class EchoService(int batchesInFlight = 1, int batchRows = 256) : IAddressService
{
    private int asked;

    public int BatchesInFlight => batchesInFlight;

    public int BatchRows => batchRows;

    /// <summary>Batches asked so far.</summary>
    public int Asked => Volatile.Read(ref asked);

    /// <summary>Called before each batch, with the number of batches asked before.</summary>
    public Action<int>? Before { get; set; }

    public async ValueTask StandardizeAsync(Utf8Rows addresses, AnswerBatch answers, CancellationToken cancel)
    {
        var before = Interlocked.Increment(ref asked) - 1;
        Before?.Invoke(before);
        if (batchesInFlight > 1)
            await Task.Yield();
        cancel.ThrowIfCancellationRequested();
        for (var row = 0; row < addresses.Count; row++)
        {
            var address = Encoding.UTF8.GetString(addresses[row]);
            if (address.Contains('毒'))
            {
                answers.AddError(ErrorReason.Breaks, "the service breaks over this address");
                continue;
            }

            answers.Writer.Write(Encoding.UTF8.GetBytes(Answer(address)));
            answers.EndAnswer();
        }
    }

    public static string Answer(string address) =>
        $$"""{"segments":["省","市"],"province":null,"city":"{{address.Length}}","region":null,"town":null,"village":null,"houseNumber":-1,"company":null,"road":null,"residential":null,"office":null,"mall":null,"businessCircle":null,"level":"市"}""";
}
