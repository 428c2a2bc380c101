namespace PlanetGraph.Batch.Ledger;

/// <summary>
/// The truth about a run: what is to do, who does it, what is done. The broker may be lost, this may not. Every change is one
/// transaction. Thread-safe; many processes use one ledger at a time.
/// </summary>
/// <remarks>Every method throws <see cref="LedgerUnavailableException"/> once the database stayed away past its patience.</remarks>
public interface ILedger : IRunLedger, ITaskLedger, IAssemblyLedger, IAsyncDisposable;
