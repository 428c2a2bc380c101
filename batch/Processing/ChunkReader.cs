using System.IO.Compression;
using PlanetGraph.Batch.Formats;
using PlanetGraph.Batch.Storage;
using PlanetGraph.Batch.Tasks;

namespace PlanetGraph.Batch.Processing;

/// <summary>Reads the rows that a chunk owns, in batches.</summary>
internal sealed class ChunkReader : IAsyncDisposable
{
    private readonly Chunk chunk;
    private readonly bool isCompressed;
    private readonly ByteWindow window;
    private readonly RowScanner scanner;
    private readonly RowTranscoder transcoder;
    private readonly IRowFormat format;

    private ChunkReader(Chunk chunk, InputKind kind, RunSettings settings, FileHead head, ByteWindow window)
    {
        this.chunk = chunk;
        this.window = window;
        Head = head;
        isCompressed = kind.IsCompressed;
        scanner = RowScanner.For(kind.Format);
        transcoder = new RowTranscoder(head.Encoding);
        format = kind.Format switch
        {
            InputFormat.Text => new TextRows(settings.Format),
            InputFormat.Jsonl => new JsonRows(head, settings.Format),
            _ => new DelimitedRows(head, kind.Format, settings.Format),
        };
    }

    public FileHead Head { get; }

    /// <summary>Where the first row starts; -1 when none starts in the chunk. Final after the first batch.</summary>
    public long From { get; private set; }

    /// <summary>Behind the last row that was read; -1 when none starts in the chunk.</summary>
    public long To => From < 0 ? -1 : isCompressed ? chunk.File.Length : window.Position;

    /// <summary>Line ends so far, the header's among them.</summary>
    public long Lines { get; private set; }

    private long End => isCompressed ? long.MaxValue : chunk.End;

    public static async Task<ChunkReader> OpenAsync(IInputStorage input, Chunk chunk, InputKind kind, RunSettings settings, CancellationToken cancel)
    {
        var first = await OpenWindowAsync(input, chunk.File, kind, 0, (int)Math.Clamp(chunk.End, 4096, ByteWindow.DefaultFill), cancel);
        try
        {
            while (first.Bytes.Length < FileHead.Sample && !first.IsAtEnd)
                await first.FillAsync(cancel);
            var sample = first.Bytes[..Math.Min(first.Bytes.Length, FileHead.Sample)].ToArray();
            var isWhole = first.IsAtEnd && sample.Length == first.Bytes.Length;
            var encoding = EncodingDetector.Detect(sample);
            if (encoding == TextEncoding.Ascii && !isWhole && !kind.IsCompressed)
                encoding = await LookFurtherAsync(input, chunk.File, cancel);
            var head = FileHead.Read(sample, isWhole, kind.Format, encoding, settings);
            if (chunk.Index == 0)
            {
                first.Advance((int)head.DataStart);
                return new ChunkReader(chunk, kind, settings, head, first) { Lines = head.HeaderLines };
            }

            await first.DisposeAsync();
            var window = await OpenWindowAsync(input, chunk.File, kind, chunk.Start ?? Math.Max(chunk.Offset, head.DataStart) - 1, ByteWindow.DefaultFill, cancel);
            var reader = new ChunkReader(chunk, kind, settings, head, window);
            try
            {
                await reader.FindStartAsync(cancel);
                return reader;
            }
            catch
            {
                await reader.DisposeAsync();
                throw;
            }
        }
        catch
        {
            await first.DisposeAsync();
            throw;
        }
    }

    /// <summary>Adds rows to the batch until it is full.</summary>
    /// <returns>False when the chunk has no more rows; the batch may hold the last ones.</returns>
    public async ValueTask<bool> ReadAsync(RowBatch batch, CancellationToken cancel)
    {
        while (From >= 0)
        {
            if (AddRows(batch))
                return true;
            if (window.Position >= End)
                return false;
            if (!window.Bytes.IsEmpty && scanner.TryScan(window.Bytes, window.IsAtEnd, out var row) && row.Consumed == 0)
            {
                await AddTooLongRowAsync(batch, cancel);
                continue;
            }

            if (window.IsAtEnd)
                return false;
            await window.FillAsync(cancel);
        }

        return false;
    }

    public ValueTask DisposeAsync() => window.DisposeAsync();

    // True when the batch is full; false when the window has no whole row left, or the chunk ends.
    private bool AddRows(RowBatch batch)
    {
        while (!batch.IsFull)
        {
            if (window.Position >= End || !scanner.TryScan(window.Bytes, window.IsAtEnd, out var row) || row.Consumed == 0)
                return false;
            if (row.Length > 0 || format.EmptyLineIsRow)
            {
                var text = transcoder.ToUtf8(window.Bytes[..row.Length], out var problem);
                format.Add(text, row.Problem ?? problem, Lines + 1, batch);
            }

            Lines += row.Lines;
            window.Advance(row.Consumed);
        }

        return true;
    }

    private async Task AddTooLongRowAsync(RowBatch batch, CancellationToken cancel)
    {
        var text = transcoder.ToUtf8(window.Bytes[..ErrorLines.LongestRaw], out _).ToArray();
        await SkipLineAsync(cancel);
        format.Add(text, RowScanner.TooLong, Lines + 1, batch);
        Lines++;
    }

    private async Task SkipLineAsync(CancellationToken cancel)
    {
        while (true)
        {
            var lineEnd = window.Bytes.IndexOf((byte)'\n');
            if (lineEnd >= 0)
            {
                window.Advance(lineEnd + 1);
                return;
            }

            window.Advance(window.Bytes.Length);
            if (window.IsAtEnd)
                return;
            await window.FillAsync(cancel);
        }
    }

    // Behind the first line end at or after the byte before the chunk. Whether that is inside a quoted field is not asked here: the parts of
    // a file must meet, and where they do not the chunk is read again from where the part before it ended.
    private async Task FindStartAsync(CancellationToken cancel)
    {
        if (chunk.Start is null)
        {
            while (window.Position < End && window.Bytes.IndexOf((byte)'\n') < 0 && !window.IsAtEnd)
            {
                window.Advance(window.Bytes.Length);
                await window.FillAsync(cancel);
            }

            var lineEnd = window.Bytes.IndexOf((byte)'\n');
            window.Advance(lineEnd < 0 ? window.Bytes.Length : lineEnd + 1);
        }

        From = window.Position < End ? window.Position : -1;
    }

    private static async Task<ByteWindow> OpenWindowAsync(IInputStorage input, FileEntry file, InputKind kind, long offset, int fill, CancellationToken cancel)
    {
        var stream = await input.OpenAsync(file, offset, cancel);
        return new ByteWindow(kind.IsCompressed ? new GZipStream(stream, CompressionMode.Decompress) : stream, offset, fill);
    }

    // A table that begins with a page of ASCII may still hold GB18030: look in the middle and at the end.
    private static async Task<TextEncoding> LookFurtherAsync(IInputStorage input, FileEntry file, CancellationToken cancel)
    {
        foreach (var offset in (long[])[file.Length / 2, Math.Max(0, file.Length - FileHead.Sample)])
        {
            await using var window = new ByteWindow(await input.OpenAsync(file, offset, cancel), offset, FileHead.Sample);
            while (window.Bytes.Length < FileHead.Sample && !window.IsAtEnd)
                await window.FillAsync(cancel);
            var sample = window.Bytes[..Math.Min(window.Bytes.Length, FileHead.Sample)];
            if (EncodingDetector.Detect(sample[(sample.IndexOf((byte)'\n') + 1)..]) is (TextEncoding.Gb18030 or TextEncoding.Utf8) and var encoding)
                return encoding;
        }

        return TextEncoding.Ascii;
    }
}
