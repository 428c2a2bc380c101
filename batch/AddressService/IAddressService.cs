namespace PlanetGraph.Batch.AddressService;

/// <summary>Standardizes addresses: the HTTP service, or the engine in this process. Thread-safe.</summary>
public interface IAddressService
{
    /// <summary>How many batches of one chunk should be asked for at a time: 1 where the work is done on the caller's own thread.</summary>
    int BatchesInFlight { get; }

    /// <summary>Rows that one batch should hold at most; less where the rows are long.</summary>
    int BatchRows => 256;

    /// <summary>
    /// Answers every address of <paramref name="addresses"/>, in order: one answer (the service's JSON object, UTF-8, as it came) or one
    /// error each. Outages are waited for; a row that the service cannot do gets an error of its own.
    /// </summary>
    /// <exception cref="ServiceUnavailableException">The service stayed away past its patience.</exception>
    ValueTask StandardizeAsync(Utf8Rows addresses, AnswerBatch answers, CancellationToken cancel);
}
