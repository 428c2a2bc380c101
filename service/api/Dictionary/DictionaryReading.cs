using PlanetGraph.Engine;

namespace PlanetGraph.Service.Dictionary;

/// <summary>What one reading of a dictionary gave.</summary>
/// <param name="Entries">The rows, in the order of the source.</param>
/// <param name="Rejected">The rows that are wrong in themselves; whether their names fit the divisions, the engine says later.</param>
internal sealed record DictionaryReading(IReadOnlyList<CustomerEntry> Entries, IReadOnlyList<RejectedRow> Rejected)
{
    public static DictionaryReading Empty { get; } = new([], []);

    /// <summary>Both readings; the entries of <paramref name="other"/> come later and so win.</summary>
    public DictionaryReading With(DictionaryReading other) => new([.. Entries, .. other.Entries], [.. Rejected, .. other.Rejected]);

    public bool Equals(DictionaryReading? other) =>
        other is not null && Entries.SequenceEqual(other.Entries) && Rejected.SequenceEqual(other.Rejected);

    public override int GetHashCode() => HashCode.Combine(Entries.Count, Rejected.Count);
}
