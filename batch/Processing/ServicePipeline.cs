using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using PlanetGraph.Batch.AddressService;
using PlanetGraph.Batch.Formats;

namespace PlanetGraph.Batch.Processing;

/// <summary>
/// Keeps several batches of a chunk with the service and gives them back in the order of the file. What it gives is valid until the next one is
/// asked for. The buffers outlive the chunk: a run over thousands of small files makes them once.
/// </summary>
internal sealed class ServicePipeline(IAddressService service)
{
    private readonly ConcurrentBag<Slot> free = [];

    public async IAsyncEnumerable<(RowBatch Rows, AnswerBatch Answers)> RunAsync(ChunkReader reader, [EnumeratorCancellation] CancellationToken cancel)
    {
        // A batch that fails ends the chunk; those behind it must not go on with buffers nobody waits for.
        var inFlight = new Queue<Slot>();
        using var abandon = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        try
        {
            for (var hasMore = true; hasMore || inFlight.Count > 0;)
            {
                while (hasMore && inFlight.Count < service.BatchesInFlight)
                {
                    var next = free.TryTake(out var used) ? used : new Slot(service.BatchRows);
                    next.Rows.Clear();
                    next.Answers.Clear();
                    hasMore = await reader.ReadAsync(next.Rows, cancel);
                    if (next.Rows.Count == 0)
                    {
                        free.Add(next);
                        continue;
                    }

                    next.Asked = next.Rows.Addresses.Count == 0 ? default : service.StandardizeAsync(next.Rows.Addresses, next.Answers, abandon.Token).Preserve();
                    inFlight.Enqueue(next);
                }

                if (!inFlight.TryDequeue(out var oldest))
                    continue;
                await oldest.Asked;
                if (oldest.Answers.Count != oldest.Rows.Addresses.Count)
                    throw new InvalidOperationException($"the service client gave {oldest.Answers.Count} answers to {oldest.Rows.Addresses.Count} addresses");
                yield return (oldest.Rows, oldest.Answers);
                free.Add(oldest);
            }
        }
        finally
        {
            await abandon.CancelAsync();
            foreach (var slot in inFlight)
                await ((Task)slot.Asked.AsTask()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private sealed class Slot(int rows)
    {
        public RowBatch Rows { get; } = new(rows);

        public AnswerBatch Answers { get; } = new();

        public ValueTask Asked { get; set; }
    }
}
