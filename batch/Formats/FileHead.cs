using PlanetGraph.Batch.Tasks;

namespace PlanetGraph.Batch.Formats;

/// <summary>What the beginning of a file says about all of it.</summary>
/// <param name="Encoding">Ascii, Utf8 or Gb18030.</param>
/// <param name="DataStart">Where the first row starts: behind the byte order mark and the header.</param>
/// <param name="HeaderLines">Line ends in the header.</param>
/// <param name="Columns">The input's own columns, unique; for text <c>addr</c>; for jsonl the members of the first row.</param>
/// <param name="AddressColumn">Which of them is the address; -1 in a file without rows.</param>
internal sealed record FileHead(TextEncoding Encoding, long DataStart, int HeaderLines, List<string> Columns, int AddressColumn)
{
    /// <summary>A header that is longer is no header.</summary>
    public const int Sample = 64 << 10;

    /// <param name="bytes">The first bytes of the file, <see cref="Sample"/> of them unless it is shorter.</param>
    /// <param name="isWhole">They are the whole file.</param>
    /// <param name="format">The file's format.</param>
    /// <param name="encoding">What samples from further on said, when the first bytes are ASCII.</param>
    /// <param name="settings">The run's settings.</param>
    /// <exception cref="FileFailedException">Not text, or no address column.</exception>
    public static FileHead Read(ReadOnlySpan<byte> bytes, bool isWhole, InputFormat format, TextEncoding encoding, RunSettings settings)
    {
        switch (encoding)
        {
            case TextEncoding.Binary:
                throw new FileFailedException("the file is binary, not text");
            case TextEncoding.Utf16:
                throw new FileFailedException("the file is UTF-16: save it as UTF-8 or GB18030");
        }

        var mark = EncodingDetector.ByteOrderMark(bytes);
        var rows = bytes[mark..];
        var scanner = RowScanner.For(format);
        var transcoder = new RowTranscoder(encoding);
        if (format is InputFormat.Text)
            return new FileHead(encoding, mark, 0, [ServiceFields.Address], 0);
        if (format is InputFormat.Jsonl)
        {
            while (scanner.TryScan(rows, isWhole, out var blank) && blank.Length == 0)
                rows = rows[blank.Consumed..];
            var columns = scanner.TryScan(rows, isWhole, out var first) ? JsonRows.Members(transcoder.ToUtf8(rows[..first.Length], out _)) : [];
            return new FileHead(encoding, mark, 0, columns.Contains(ServiceFields.Address) ? columns : [.. columns, ServiceFields.Address], 0);
        }

        var lines = 0;
        ScannedRow header;
        while (true)
        {
            if (rows.IsEmpty)
                return new FileHead(encoding, bytes.Length, lines, [], -1);
            if (!scanner.TryScan(rows, isWhole, out header) || header.Problem is not null)
                throw new FileFailedException($"the header is not closed within {Sample >> 10} KiB");
            lines += header.Lines;
            if (header.Length > 0)
                break;
            rows = rows[header.Consumed..];
        }

        var fields = new DelimitedFields(format == InputFormat.Csv ? (byte)',' : (byte)'\t');
        fields.Split(transcoder.ToUtf8(rows[..header.Length], out _));
        var names = Enumerable.Range(0, fields.Count).Select(field => System.Text.Encoding.UTF8.GetString(fields[field]).Trim()).ToList();
        var dataStart = bytes.Length - rows.Length + header.Consumed;
        return new FileHead(encoding, dataStart, lines, Unique(names), AddressColumnOf(names, settings.AddressColumn));
    }

    private static int AddressColumnOf(List<string> names, string? asked)
    {
        var found = (asked is null ? ["address", "addr", "地址"] : (string[])[asked])
            .Select(wanted => names.FindIndex(name => name.Equals(wanted, StringComparison.OrdinalIgnoreCase)))
            .FirstOrDefault(index => index >= 0, -1);
        return (found, asked, names.Count) switch
        {
            ( >= 0, _, _) => found,
            (_, null, 1) => 0,
            (_, null, _) => throw new FileFailedException($"none of the columns is named address, addr or 地址: give --address-column one of {string.Join(", ", names)}"),
            _ => throw new FileFailedException($"there is no column '{asked}': the columns are {string.Join(", ", names)}"),
        };
    }

    private static List<string> Unique(List<string> names)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return [.. names.Select((name, index) =>
        {
            var wanted = ServiceFields.Free(name.Length == 0 ? $"column_{index + 1}" : name);
            var free = wanted;
            for (var time = 2; !taken.Add(free); time++)
                free = $"{wanted}_{time}";
            return free;
        })];
    }
}
