namespace PlanetGraph.Service.Dictionary;

/// <summary>What the service says of the customer's dictionary.</summary>
/// <param name="LoadedAt">When the dictionary in use was put in use; null: there is none.</param>
/// <param name="Entries">Rows in use, by kind.</param>
/// <param name="RejectedCount">Rows that were left out.</param>
/// <param name="Rejected">The first hundred of them: where and why.</param>
/// <param name="Fault">Why the last reading failed; null when it did not.</param>
public sealed record DictionaryAnswer(
    DateTimeOffset? LoadedAt, IReadOnlyDictionary<string, int> Entries, int RejectedCount, IReadOnlyList<RejectedRow> Rejected, string? Fault);
