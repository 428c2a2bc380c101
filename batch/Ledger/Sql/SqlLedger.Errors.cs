using Dapper;
using PlanetGraph.Batch.Tasks;

namespace PlanetGraph.Batch.Ledger.Sql;

public abstract partial class SqlLedger
{
    // One statement, so that reasons and errors are those of one moment.
    public async Task<IReadOnlyList<ReasonCount>> ErrorReasonsAsync(RunId run, FileState? state, CancellationToken cancel)
    {
        var rows = await ReadAsync(
            connection => connection.QueryAsync<(string? Reason, long Rows)>(
                """
                SELECT e.reason, CAST(SUM(e.row_count) AS SIGNED) FROM part_errors e
                WHERE e.run = @run AND (@state < 0 OR EXISTS (SELECT 1 FROM files f WHERE f.run = e.run AND f.file = e.file AND f.state = @state))
                GROUP BY e.reason
                UNION ALL
                SELECT NULL, CAST(COALESCE(SUM(p.error_count), 0) AS SIGNED) FROM parts p
                WHERE p.run = @run AND (@state < 0 OR EXISTS (SELECT 1 FROM files f WHERE f.run = p.run AND f.file = p.file AND f.state = @state))
                """,
                new { run = run.Value, state = (long?)state ?? -1 }),
            cancel);
        var sums = rows.ToLookup(row => row.Reason is null);
        var told = sums[false].Select(row => new ReasonCount(Enum.TryParse<ErrorReason>(row.Reason, out var reason) ? reason : ErrorReason.Unknown, row.Rows)).ToList();
        var untold = sums[true].Sum(row => row.Rows) - told.Sum(count => count.Rows);
        return [.. told.Append(new ReasonCount(ErrorReason.Unknown, untold))
            .GroupBy(count => count.Reason, (reason, counts) => new ReasonCount(reason, counts.Sum(count => count.Rows)))
            .Where(count => count.Rows > 0)
            .OrderByDescending(count => count.Rows)
            .ThenBy(count => count.Reason)];
    }

    public async Task<IReadOnlyList<FailureCount>> FailuresAsync(RunId run, int limit, CancellationToken cancel)
    {
        var rows = await ReadAsync(
            connection => connection.QueryAsync<(string Reason, long Files)>(
                "SELECT reason, COUNT(*) FROM files WHERE run = @run AND state = 2 GROUP BY reason ORDER BY COUNT(*) DESC, reason LIMIT @limit",
                new { run = run.Value, limit }),
            cancel);
        return [.. rows.Select(row => new FailureCount(row.Reason, row.Files))];
    }
}
