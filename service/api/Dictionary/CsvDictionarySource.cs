using System.Text;
using nietras.SeparatedValues;
using PlanetGraph.Engine;

namespace PlanetGraph.Service.Dictionary;

/// <summary>The dictionary as CSV: a file, or all *.csv of a folder in the order of their names. UTF-8, or GB18030 as Excel in China saves it.</summary>
internal sealed class CsvDictionarySource(string path) : IDictionarySource
{
    private static readonly string[] Needed = ["kind", "name"];
    private static readonly string[] Columns = ["kind", "name", "official", "province", "city", "region", "town", "note"];

    public string Name => path;

    public bool MustBeThereAtStart => true;

    public Task<DictionaryReading> ReadAsync(CancellationToken cancel)
    {
        try
        {
            return Task.FromResult(Files().Aggregate(DictionaryReading.Empty, (all, file) =>
            {
                cancel.ThrowIfCancellationRequested();
                return all.With(ReadFile(file));
            }));
        }
        catch (Exception error) when (error is UnauthorizedAccessException or (IOException and not DictionaryException))
        {
            throw new DictionaryException($"{DictionaryOptions.PathKey}: {path} cannot be read: {error.Message}", error);
        }
    }

    private IEnumerable<string> Files()
    {
        if (File.Exists(path))
        {
            return [path];
        }

        return Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*.csv").Order(StringComparer.Ordinal)
            : throw new DictionaryException($"{DictionaryOptions.PathKey}: there is no file or folder {path}.");
    }

    private static DictionaryReading ReadFile(string file)
    {
        var name = Path.GetFileName(file);
        var text = Decode(File.ReadAllBytes(file));
        if (string.IsNullOrWhiteSpace(text))
        {
            return DictionaryReading.Empty;
        }

        using var reader = Sep.Reader(options => options with { Sep = new Sep(Separator(text)), Unescape = true, DisableColCountCheck = true }).FromText(text);
        var header = reader.Header.ColNames.Select(column => column.Trim()).ToArray();
        return HeaderFault(header) is { } fault
            ? new DictionaryReading([], [new RejectedRow($"{name}:1", fault)])
            : ReadRows(reader, header, name);
    }

    private static DictionaryReading ReadRows(SepReader reader, string[] header, string file)
    {
        List<CustomerEntry> entries = [];
        List<RejectedRow> rejected = [];
        foreach (var row in reader)
        {
            var source = $"{file}:{row.LineNumberFrom}";
            var reason = Read(row, header, source, out var entry);
            if (entry is not null)
            {
                entries.Add(entry);
            }
            else if (reason is not null)
            {
                rejected.Add(new RejectedRow(source, reason));
            }
        }

        return new DictionaryReading(entries, rejected);
    }

    private static string? Read(SepReader.Row row, string[] header, string source, out CustomerEntry? entry)
    {
        entry = null;
        var cells = new string?[row.ColCount];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = row[i].ToString().Trim() is { Length: > 0 } text ? text : null;
        }

        if (cells.All(cell => cell is null))
        {
            return null;
        }

        if (cells.Length != header.Length)
        {
            return $"The row has {cells.Length} cells, the header {header.Length}; put a cell with a comma in quotes.";
        }

        if (Cell("kind") is not { } kindName || CustomerEntryKinds.Of(kindName) is not { } kind)
        {
            return $"The kind \"{Cell("kind")}\" is none of {string.Join(", ", CustomerEntryKinds.Named.Select(named => named.Name))}.";
        }

        var given = new DictionaryRow(Cell("name"), Cell("official"), Cell("province"), Cell("city"), Cell("region"), Cell("town"), source);
        return given.TryRead(kind, out entry, out var reason) ? null : reason;

        string? Cell(string column) => Array.IndexOf(header, column) is >= 0 and var at ? cells[at] : null;
    }

    private static string? HeaderFault(string[] header)
    {
        if (header.FirstOrDefault(column => !Columns.Contains(column)) is { } unknown)
        {
            return $"The header has the unknown column \"{unknown}\"; the columns are {string.Join(", ", Columns)}. The file was left out.";
        }

        return Needed.FirstOrDefault(column => !header.Contains(column)) is { } missing
            ? $"The header has no column {missing}. The file was left out."
            : null;
    }

    private static char Separator(string text)
    {
        var header = text.AsSpan(0, text.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var end ? end : text.Length);
        return header.Contains('\t') ? '\t' : header.Contains(';') ? ';' : ',';
    }

    private static string Decode(byte[] bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetString(bytes);
        }
    }
}
