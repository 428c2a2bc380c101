using PlanetGraph.Engine;

namespace PlanetGraph.Service.Dictionary;

/// <summary>The dictionary in use.</summary>
/// <param name="Entries">Rows that hold, by kind.</param>
/// <param name="Rejected">Rows that were left out.</param>
/// <param name="LoadedAt">When it was put in use; null: there is none yet.</param>
/// <param name="Fault">Why the last reading failed; null when it did not. The dictionary read before it stays in use.</param>
internal sealed record DictionaryState(
    IReadOnlyDictionary<CustomerEntryKind, int> Entries, IReadOnlyList<RejectedRow> Rejected, DateTimeOffset? LoadedAt, string? Fault)
{
    public static DictionaryState None { get; } = new(new Dictionary<CustomerEntryKind, int>(), [], null, null);

    public int EntryCount => Entries.Values.Sum();
}
