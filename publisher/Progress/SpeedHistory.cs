namespace PlanetGraph.Publisher.Progress;

/// <summary>
/// Rows over time, kept in bounded memory: when <see cref="Capacity"/> points are full, every second one goes and the
/// step doubles, so that a run of a week still draws as one line.
/// </summary>
internal sealed class SpeedHistory(TimeProvider clock)
{
    /// <summary>Points kept at most.</summary>
    public const int Capacity = 240;

    private static readonly TimeSpan RecentWindow = TimeSpan.FromSeconds(10);

    private readonly List<(double Second, long Rows)> _points = new(Capacity);
    private readonly Queue<(double Second, long Rows)> _recent = new();
    private readonly long _start = clock.GetTimestamp();
    private double _step = 1;

    /// <summary>Rows a second over the last ten seconds.</summary>
    public double Recent => _recent.Count < 2 ? 0 : Rate(_recent.Peek(), _recent.Last());

    /// <summary>Rows a second since the first note.</summary>
    public double Average => _points.Count == 0 || _recent.Count == 0 ? 0 : Rate(_points[0], _recent.Last());

    /// <summary>Notes how many rows are done now; a count that went back (a chunk was handed back) keeps the highest.</summary>
    public void Note(long rows)
    {
        var second = clock.GetElapsedTime(_start).TotalSeconds;
        rows = Math.Max(rows, _recent.Count == 0 ? 0 : _recent.Last().Rows);
        _recent.Enqueue((second, rows));
        while (_recent.Count > 2 && second - _recent.Peek().Second > RecentWindow.TotalSeconds)
        {
            _recent.Dequeue();
        }

        if (_points.Count > 0 && second - _points[^1].Second < _step)
        {
            return;
        }

        if (_points.Count == Capacity)
        {
            var kept = _points.Where((_, index) => index % 2 == 0).ToList();
            _points.Clear();
            _points.AddRange(kept);
            _step *= 2;
        }

        _points.Add((second, rows));
    }

    /// <summary>The line of the chart: the speed between each two neighbouring points, at the later one.</summary>
    public IReadOnlyList<SpeedPoint> Line() =>
        [.. _points.Skip(1).Zip(_points, (later, earlier) => new SpeedPoint(Math.Round(later.Second, 1), Math.Round(Rate(earlier, later), 1)))];

    private static double Rate((double Second, long Rows) from, (double Second, long Rows) to) =>
        to.Second <= from.Second ? 0 : (to.Rows - from.Rows) / (to.Second - from.Second);
}
