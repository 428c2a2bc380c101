using System.Buffers;
using System.Text;
using PlanetGraph.Batch.AddressService;

namespace PlanetGraph.Benchmarks.Batch;

/// <summary>A service that takes no time, so that what is measured is the batch itself.</summary>
internal sealed class ReadyAnswers : IAddressService
{
    private static readonly byte[] Answer = Encoding.UTF8.GetBytes(
        """{"segments":["北京市","北京市","朝阳区","建国路","88号"],"province":"北京市","city":"北京市","region":"朝阳区","town":null,"village":null,"houseNumber":88,"company":null,"road":"建国路","residential":null,"office":null,"mall":null,"businessCircle":null,"level":"门牌号"}""");

    public int BatchesInFlight => 1;

    public ValueTask StandardizeAsync(Utf8Rows addresses, AnswerBatch answers, CancellationToken cancel)
    {
        for (var row = 0; row < addresses.Count; row++)
        {
            answers.Writer.Write(Answer);
            answers.EndAnswer();
        }

        return ValueTask.CompletedTask;
    }
}
