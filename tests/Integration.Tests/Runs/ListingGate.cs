using MySqlConnector;
using PlanetGraph.Batch.Tasks;

namespace PlanetGraph.Integration.Tests.Runs;

/// <summary>
/// Holds the listing at a file: the file's row is inserted and not committed, so a publisher that registers the file waits for it in the
/// middle of its listing, until the gate opens.
/// </summary>
internal sealed class ListingGate : IAsyncDisposable
{
    private readonly MySqlConnection _connection;
    private readonly RunId _run;
    private readonly string _path;

    private ListingGate(MySqlConnection connection, RunId run, string path) => (_connection, _run, _path) = (connection, run, path);

    public static async Task<ListingGate> CloseAsync(string database, RunId run, string path, CancellationToken cancel)
    {
        var connection = new MySqlConnection(database);
        await connection.OpenAsync(cancel);
        var gate = new ListingGate(connection, run, path);
        await gate.CloseAsync(cancel);
        return gate;
    }

    /// <summary>Opens it for a publisher that was killed before it, whose transaction the server rolls back then, and closes it for the next one.</summary>
    public async Task CloseAgainAsync(CancellationToken cancel)
    {
        await OpenAsync(cancel);
        await CloseAsync(cancel);
    }

    /// <summary>True while a publisher registers files: for longer than a moment only when it stands at the gate.</summary>
    public async Task<bool> HasPublisherAsync(CancellationToken cancel)
    {
        await using var registering = new MySqlCommand("SELECT COUNT(*) FROM information_schema.processlist WHERE info LIKE 'INSERT INTO files (%'", _connection);
        return (long)(await registering.ExecuteScalarAsync(cancel))! > 0;
    }

    public Task OpenAsync(CancellationToken cancel) => ExecuteAsync("ROLLBACK", cancel);

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private Task CloseAsync(CancellationToken cancel) => ExecuteAsync(
        """
        START TRANSACTION;
        INSERT INTO files (run, file, path, size, modified, state, reason, chunk_count, next_chunk, in_position, row_count, error_count, line_count,
            out_bytes, error_bytes, seconds, hash, fence, token, lease_until)
        VALUES (@run, @file, @path, 0, 0, 0, NULL, 0, 0, 0, 0, 0, 0, 0, 0, 0, '', 0, '', 0)
        """,
        cancel);

    private async Task ExecuteAsync(string statements, CancellationToken cancel)
    {
        await using var command = new MySqlCommand(statements, _connection);
        command.Parameters.AddWithValue("@run", _run.Value);
        command.Parameters.AddWithValue("@file", FileEntry.IdOf(_path));
        command.Parameters.AddWithValue("@path", _path);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
