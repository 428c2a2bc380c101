using System.Data;
using System.Data.Common;

namespace PlanetGraph.Batch.Ledger.Sql;

/// <summary>What differs between databases. The statements themselves are shared, and written to hold on SQLite 3.35+, MySQL 5.7+ and MariaDB 10.3+.</summary>
public abstract class SqlDialect : IAsyncDisposable
{
    /// <summary>What <c>CREATE TABLE (…)</c> ends with. Texts must compare by their bytes.</summary>
    public virtual string TableOptions => "";

    /// <summary>How a row is inserted that may be there already, and then stays as it is.</summary>
    public abstract string InsertNew { get; }

    /// <summary>Lends an open connection. An UPDATE must report the rows it matched, changed or not.</summary>
    public abstract Task<T> UseAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken cancel);

    /// <summary>Runs the migration while no other process runs it.</summary>
    public abstract Task MigrateAsync(Func<DbConnection, Task> migration, CancellationToken cancel);

    /// <summary>How transactions see each other; the database's own choice unless said otherwise.</summary>
    public virtual IsolationLevel Isolation => IsolationLevel.Unspecified;

    /// <summary>A step of a migration that was broken off is done already. Never, where the whole migration is one transaction.</summary>
    public virtual bool IsAppliedAlready(Exception exception) => false;

    /// <summary>The database is away, busy, or broke off a deadlock: the same transaction may be tried again.</summary>
    public abstract bool IsTransient(Exception exception);

    public abstract ValueTask DisposeAsync();
}
