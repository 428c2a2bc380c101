using System.Data;
using Dapper;
using MySqlConnector;
using PlanetGraph.Engine;

namespace PlanetGraph.Service.Dictionary;

/// <summary>The dictionary in MySQL or MariaDB. Makes its tables where it may; a user that may only read is enough when they are there.</summary>
internal sealed class MySqlDictionarySource(MySqlConnectionStringBuilder database) : IDictionarySource
{
    public string Name => $"{database.Server}:{database.Port}/{database.Database}";

    /// <summary>False: an address service that answers without the dictionary for a while is of more use than none.</summary>
    public bool MustBeThereAtStart => false;

    public async Task<DictionaryReading> ReadAsync(CancellationToken cancel)
    {
        try
        {
            await using var connection = new MySqlConnection(database.ConnectionString);
            await connection.OpenAsync(cancel);
            var all = DictionaryReading.Empty;
            foreach (var (kindName, kind) in CustomerEntryKinds.Named)
            {
                all = all.With(await ReadTableAsync(connection, DictionaryTables.Of(kindName), kind, cancel));
            }

            return all;
        }
        catch (MySqlException error)
        {
            throw new DictionaryException($"The dictionary in {Name} cannot be read: {error.Message}", error);
        }
    }

    private static async Task<DictionaryReading> ReadTableAsync(MySqlConnection connection, string table, CustomerEntryKind kind, CancellationToken cancel)
    {
        try
        {
            return Checked(await QueryAsync(connection, table, cancel), table, kind);
        }
        catch (MySqlException error) when (error.ErrorCode == MySqlErrorCode.NoSuchTable)
        {
            await TryCreateAsync(connection, table, cancel);
            return DictionaryReading.Empty;
        }
        catch (MySqlException error) when (error.ErrorCode is MySqlErrorCode.BadFieldError or MySqlErrorCode.TableAccessDenied)
        {
            return new DictionaryReading([], [new RejectedRow(table, $"The table was left out: {error.Message}.")]);
        }
        catch (DataException error)
        {
            return new DictionaryReading([], [new RejectedRow(table, $"The table was left out, a column of it is no text: {error.Message}.")]);
        }
    }

    private static Task<IEnumerable<Row>> QueryAsync(MySqlConnection connection, string table, CancellationToken cancel) =>
        connection.QueryAsync<Row>(new CommandDefinition(DictionaryTables.Select(table), cancellationToken: cancel));

    private static DictionaryReading Checked(IEnumerable<Row> rows, string table, CustomerEntryKind kind)
    {
        List<CustomerEntry> entries = [];
        List<RejectedRow> rejected = [];
        foreach (var row in rows)
        {
            var given = row.Trimmed($"{table} id {row.Id}");
            if (given.TryRead(kind, out var entry, out var reason))
            {
                entries.Add(entry!);
            }
            else
            {
                rejected.Add(new RejectedRow(given.Source, reason));
            }
        }

        return new DictionaryReading(entries, rejected);
    }

    private static async Task TryCreateAsync(MySqlConnection connection, string table, CancellationToken cancel)
    {
        try
        {
            await connection.ExecuteAsync(new CommandDefinition(DictionaryTables.Create(table), cancellationToken: cancel));
        }
        catch (MySqlException error) when (error.ErrorCode is
            MySqlErrorCode.TableAccessDenied or MySqlErrorCode.DatabaseAccessDenied or MySqlErrorCode.SpecifiedAccessDeniedError or MySqlErrorCode.OptionPreventsStatement)
        {
            // A user that may only read: a table that is not there has no rows.
        }
    }

    private sealed class Row
    {
        public string? Id { get; init; }

        public string? Name { get; init; }

        public string? Official { get; init; }

        public string? Province { get; init; }

        public string? City { get; init; }

        public string? Region { get; init; }

        public string? Town { get; init; }

        public DictionaryRow Trimmed(string source) =>
            new(Trim(Name), Trim(Official), Trim(Province), Trim(City), Trim(Region), Trim(Town), source);

        private static string? Trim(string? cell) => cell?.Trim() is { Length: > 0 } text ? text : null;
    }
}
