using PlanetGraph.Batch.Tasks;

namespace PlanetGraph.Batch.Processing;

/// <summary>Counts a chunk's error rows by their reasons.</summary>
internal sealed class ErrorTally
{
    private readonly long[] rows = new long[Enum.GetValues<ErrorReason>().Length];

    public long Total { get; private set; }

    /// <summary>Those with at least one row.</summary>
    public IReadOnlyList<ReasonCount> Counts => Total == 0
        ? []
        : [.. Enum.GetValues<ErrorReason>().Where(reason => rows[(int)reason] > 0).Select(reason => new ReasonCount(reason, rows[(int)reason]))];

    public void Add(ErrorReason reason)
    {
        rows[(int)reason]++;
        Total++;
    }
}
