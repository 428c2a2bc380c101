namespace PlanetGraph.Batch.Formats;

/// <summary>What a file's name says about it.</summary>
public readonly record struct InputKind(InputFormat Format, bool IsCompressed)
{
    /// <summary>What is read, for messages.</summary>
    public const string Readable = ".txt, .csv, .tsv and .jsonl, each also .gz";

    /// <summary>Null: not a file that is read.</summary>
    public static InputKind? Of(string path)
    {
        var name = path.AsSpan();
        var isCompressed = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);
        if (isCompressed)
            name = name[..^3];
        return Path.GetExtension(name) switch
        {
            var end when end.Equals(".txt", StringComparison.OrdinalIgnoreCase) => new InputKind(InputFormat.Text, isCompressed),
            var end when end.Equals(".csv", StringComparison.OrdinalIgnoreCase) => new InputKind(InputFormat.Csv, isCompressed),
            var end when end.Equals(".tsv", StringComparison.OrdinalIgnoreCase) => new InputKind(InputFormat.Tsv, isCompressed),
            var end when end.Equals(".jsonl", StringComparison.OrdinalIgnoreCase) => new InputKind(InputFormat.Jsonl, isCompressed),
            _ => null,
        };
    }
}

public enum InputFormat
{
    /// <summary>An address a line.</summary>
    Text,

    /// <summary>RFC 4180 with a header.</summary>
    Csv,

    /// <summary>The same with tabs.</summary>
    Tsv,

    /// <summary>A JSON object a line, the address in <c>addr</c>.</summary>
    Jsonl,
}
