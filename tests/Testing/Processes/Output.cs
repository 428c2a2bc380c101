namespace PlanetGraph.Testing.Processes;

/// <summary>The lines that a process wrote, to be asked for while it runs. Keeps the last <see cref="Limit"/> lines.</summary>
public sealed class Output
{
    private const int Limit = 5_000;
    private readonly Queue<string> _lines = new();
    private readonly Lock _lock = new();

    internal void Add(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_lock)
        {
            _lines.Enqueue(line);
            if (_lines.Count > Limit)
            {
                _lines.Dequeue();
            }
        }
    }

    /// <summary>Whether some line contains the text.</summary>
    public bool Contains(string text)
    {
        lock (_lock)
        {
            return _lines.Any(line => line.Contains(text, StringComparison.Ordinal));
        }
    }

    /// <summary>The last lines, oldest first.</summary>
    public string Tail(int lines = 30)
    {
        lock (_lock)
        {
            return string.Join('\n', _lines.TakeLast(lines));
        }
    }

    public override string ToString() => Tail(Limit);
}
