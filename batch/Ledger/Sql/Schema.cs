namespace PlanetGraph.Batch.Ledger.Sql;

/// <summary>The tables, as a list of migrations: what is in the field is never edited, only added to.</summary>
internal static class Schema
{
    public const string VersionTable = "CREATE TABLE IF NOT EXISTS schema_version (version BIGINT NOT NULL PRIMARY KEY)";

    /// <param name="tableOptions">See <see cref="SqlDialect.TableOptions"/>.</param>
    public static IReadOnlyList<IReadOnlyList<string>> Migrations(string tableOptions) =>
    [
        [
            $"""
            CREATE TABLE runs (
                run VARCHAR(40) NOT NULL PRIMARY KEY, settings TEXT NOT NULL, state BIGINT NOT NULL, reason TEXT NULL,
                started BIGINT NOT NULL, ended BIGINT NULL, next_task BIGINT NOT NULL, attempt BIGINT NOT NULL) {tableOptions}
            """,
            $"""
            CREATE TABLE shards (
                run VARCHAR(40) NOT NULL, shard BIGINT NOT NULL, shards BIGINT NOT NULL, PRIMARY KEY (run, shard)) {tableOptions}
            """,
            $"""
            CREATE TABLE files (
                run VARCHAR(40) NOT NULL, file BIGINT NOT NULL, path VARCHAR(4096) NOT NULL, size BIGINT NOT NULL, modified BIGINT NOT NULL,
                state BIGINT NOT NULL, reason TEXT NULL, chunk_count BIGINT NOT NULL,
                next_chunk BIGINT NOT NULL, in_position BIGINT NOT NULL, row_count BIGINT NOT NULL, error_count BIGINT NOT NULL,
                line_count BIGINT NOT NULL, out_bytes BIGINT NOT NULL, error_bytes BIGINT NOT NULL, seconds DOUBLE NOT NULL,
                hash VARCHAR(200) NOT NULL, fence BIGINT NOT NULL, token VARCHAR(40) NOT NULL, lease_until BIGINT NOT NULL,
                PRIMARY KEY (run, file)) {tableOptions}
            """,
            "CREATE INDEX files_by_state ON files (run, state)",
            $"""
            CREATE TABLE tasks (
                run VARCHAR(40) NOT NULL, task BIGINT NOT NULL, state BIGINT NOT NULL, published BIGINT NOT NULL, attempts BIGINT NOT NULL,
                fence BIGINT NOT NULL, token VARCHAR(40) NOT NULL, worker VARCHAR(255) NOT NULL, lease_until BIGINT NOT NULL, reason TEXT NULL,
                PRIMARY KEY (run, task)) {tableOptions}
            """,
            "CREATE INDEX tasks_by_state ON tasks (run, state, published, task)",
            $"""
            CREATE TABLE chunks (
                run VARCHAR(40) NOT NULL, file BIGINT NOT NULL, idx BIGINT NOT NULL, task BIGINT NOT NULL,
                byte_from BIGINT NOT NULL, byte_count BIGINT NOT NULL, PRIMARY KEY (run, file, idx)) {tableOptions}
            """,
            "CREATE INDEX chunks_by_task ON chunks (run, task)",
            $"""
            CREATE TABLE parts (
                run VARCHAR(40) NOT NULL, file BIGINT NOT NULL, idx BIGINT NOT NULL, path VARCHAR(255) NOT NULL, errors_path VARCHAR(255) NULL,
                in_from BIGINT NOT NULL, in_to BIGINT NOT NULL, row_count BIGINT NOT NULL, error_count BIGINT NOT NULL, line_count BIGINT NOT NULL,
                out_bytes BIGINT NOT NULL, error_bytes BIGINT NOT NULL, hash VARCHAR(16) NOT NULL, seconds DOUBLE NOT NULL,
                PRIMARY KEY (run, file, idx)) {tableOptions}
            """,
        ],
        [
            $"""
            CREATE TABLE part_errors (
                run VARCHAR(40) NOT NULL, file BIGINT NOT NULL, idx BIGINT NOT NULL, reason VARCHAR(40) NOT NULL, row_count BIGINT NOT NULL,
                PRIMARY KEY (run, file, idx, reason)) {tableOptions}
            """,
        ],
    ];
}
