using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using PlanetGraph.Batch.AddressService;
using PlanetGraph.Batch.Assembly;
using PlanetGraph.Batch.Formats;
using PlanetGraph.Batch.Ledger;
using PlanetGraph.Batch.Storage;
using PlanetGraph.Batch.Tasks;

namespace PlanetGraph.Batch.Processing;

/// <summary>One chunk in, one part file out. Its memory does not depend on the size of either.</summary>
public sealed class ChunkProcessor(IInputStorage input, IResultStorage result, IAddressService service, BatchMetrics metrics, TimeProvider clock)
{
    private readonly ServicePipeline pipeline = new(service);
    private readonly ConcurrentBag<ArrayBufferWriter<byte>> buffers = [];

    /// <summary>Reads the chunk's rows, has them standardized and writes them, in order, into a durable part file of a new name.</summary>
    /// <exception cref="FileFailedException">The file cannot be done; trying again does not help.</exception>
    /// <exception cref="StorageException">Trying again may help.</exception>
    /// <exception cref="ServiceUnavailableException">The service stayed away past its patience.</exception>
    public async Task<Part> ProcessAsync(RunRecord run, Chunk chunk, CancellationToken cancel)
    {
        try
        {
            return await ProcessChunkAsync(run, chunk, cancel);
        }
        catch (InputChangedException changed)
        {
            throw new FileFailedException(changed.Message, changed);
        }
        catch (InvalidDataException corrupt)
        {
            throw new FileFailedException($"the gzip data is corrupt or cut off: {corrupt.Message}", corrupt);
        }
        catch (StorageException permanent) when (!permanent.IsTransient)
        {
            throw new FileFailedException(permanent.Message, permanent);
        }
    }

    private async Task<Part> ProcessChunkAsync(RunRecord run, Chunk chunk, CancellationToken cancel)
    {
        var began = clock.GetTimestamp();
        var kind = InputKind.Of(chunk.File.Path) ?? throw new FileFailedException($"only {InputKind.Readable} files are read");
        await using var reader = await ChunkReader.OpenAsync(input, chunk, kind, run.Settings, cancel);
        var name = $"{ResultPaths.PartFolder(run.Id)}/{chunk.File.Id:x16}.{chunk.Index}.{Guid.NewGuid():N}";
        await using var rows = new PartWriter(result, name, buffers);
        await using var errors = new PartWriter(result, name + ".errors", buffers);
        IOutputRows output = run.Settings.Format == OutputFormat.Csv ? new CsvOutput() : new JsonlOutput();
        if (chunk.Index == 0)
            output.WriteHeader(rows.Output, reader.Head, kind.Format);

        long rowCount = 0;
        var tally = new ErrorTally();
        await foreach (var (batch, answers) in pipeline.RunAsync(reader, cancel))
        {
            var before = tally.Total;
            WriteRows(output, batch, answers, rows, errors, tally);
            rowCount += batch.Count;
            metrics.AddRows(batch.Count, (int)(tally.Total - before));
            await rows.FlushIfLargeAsync(cancel);
            await errors.FlushIfLargeAsync(cancel);
        }

        await input.VerifyAsync(chunk.File, cancel);
        await rows.CommitAsync(cancel);
        if (tally.Total > 0)
            await errors.CommitAsync(cancel);
        return new Part(
            chunk.File.Id, chunk.Index, rows.Path, tally.Total > 0 ? errors.Path : null, reader.From, reader.To, rowCount, tally.Total, reader.Lines,
            rows.Bytes, errors.Bytes, rows.Hash, clock.GetElapsedTime(began).TotalSeconds) { Reasons = tally.Counts };
    }

    private static void WriteRows(IOutputRows output, RowBatch batch, AnswerBatch answers, PartWriter rows, PartWriter errors, ErrorTally tally)
    {
        var answered = 0;
        for (var row = 0; row < batch.Count; row++)
        {
            if (batch.Problem(row) is { } problem)
            {
                Fail(row, problem.Reason, Encoding.UTF8.GetBytes(problem.Sentence));
                continue;
            }

            var answer = answered++;
            if (answers.Error(answer) is { } error)
                Fail(row, error, answers[answer]);
            else
                output.Write(rows.Output, batch.Own[row], answers[answer]);
        }

        void Fail(int row, ErrorReason reason, ReadOnlySpan<byte> sentence)
        {
            tally.Add(reason);
            output.WriteError(rows.Output, batch.Own[row], sentence);
            ErrorLines.Write(errors.Output, batch.Line(row), sentence, batch.Raw(row));
        }
    }
}
