using PlanetGraph.Batch.Ledger;
using PlanetGraph.Batch.Ledger.MySql;
using PlanetGraph.Batch.Tasks;
using PlanetGraph.Testing.Servers;

namespace PlanetGraph.Integration.Tests.Ledger;

/// <summary>A database that goes away, for a while or for good, or that lets nobody in.</summary>
/// <param name="servers">The assembly's servers.</param>
/// <param name="edition">Which database; null leaves it to <see cref="ServerEditions"/>.</param>
public abstract class LedgerOutages(SharedServers servers, DatabaseEdition? edition)
{
    private static readonly RunSettings Settings = new("1613965896");
    private readonly RunId _run = RunId.Parse("run-1");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Claim_DatabaseKilledWhileManyClaim_EveryTaskIsClaimedOnceAndStaysSo()
    {
        await using var server = await DatabaseServer.StartNewAsync(edition, Cancel);
        await using var ledger = await PreparedAsync(server, tasks: 200);

        var claiming = Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(() => ClaimAllAsync(ledger, worker, 200), Cancel)));
        await server.KillAsync(Cancel);
        await server.StartAsync(Cancel);
        var claimed = (await claiming).SelectMany(claims => claims).ToList();

        Assert.Equal(Enumerable.Range(1, 200).Select(task => (long)task), claimed.Select(claim => claim.Task).Order());
        foreach (var claim in claimed)
        {
            Assert.True(await ledger.ExtendAsync(claim, Cancel), $"the claim of task {claim.Task} was lost");
            Assert.Equal(1, claim.Attempt);
        }
    }

    [Fact]
    public async Task AnyUse_DatabaseGoneForGood_EndsInASentenceWhenPatienceIsOver()
    {
        await using var server = await DatabaseServer.StartNewAsync(edition, Cancel);
        await using var ledger = await PreparedAsync(server, tasks: 1, patience: TimeSpan.FromSeconds(2));
        await server.StopAsync(Cancel);

        var away = await Assert.ThrowsAsync<LedgerUnavailableException>(() => ledger.ProgressAsync(_run, Cancel));

        Assert.Contains("stayed away for 2 s", away.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("wrong", null, "Check ledger.username and ledger.password")]
    [InlineData(null, "mysql", "GRANT ALL ON mysql.*")]
    public async Task Migrate_DatabaseLetsNobodyIn_SaysWhatToDoAtOnce(string? password, string? database, string remedy)
    {
        var server = await servers.DatabaseAsync(edition);
        await using var ledger = MySqlLedgers.On(await server.CreateDatabaseAsync(Cancel), new LedgerOptions(), change: options =>
        {
            options.Password = password ?? options.Password;
            options.Database = database ?? options.Database;
        });

        var refused = await Assert.ThrowsAsync<LedgerUnavailableException>(() => ledger.MigrateAsync(Cancel));

        Assert.Contains(remedy, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DELETE FROM schema_version; DROP TABLE parts")]
    [InlineData("DELETE FROM schema_version WHERE version > 1; DROP TABLE part_errors")]
    public async Task Migrate_BrokenOffOrOfABeforeVersion_FinishesWhatIsMissing(string before)
    {
        var server = await servers.DatabaseAsync(edition);
        var database = await server.CreateDatabaseAsync(Cancel);
        await using var ledger = MySqlLedgers.On(database, new LedgerOptions());
        await ledger.MigrateAsync(Cancel);
        await using (var connection = new MySqlConnector.MySqlConnection(database))
        {
            await connection.OpenAsync(Cancel);
            await using var command = new MySqlConnector.MySqlCommand(before, connection);
            await command.ExecuteNonQueryAsync(Cancel);
        }

        await ledger.MigrateAsync(Cancel);

        await ledger.OpenRunAsync(_run, Settings, Cancel);
        Assert.Equal(0, (await ledger.ProgressAsync(_run, Cancel)).Rows);
        Assert.Empty(await ledger.ErrorReasonsAsync(_run, null, Cancel));
    }

    private static async Task<List<TaskClaim>> ClaimAllAsync(MySqlLedger ledger, int worker, int tasks)
    {
        var claims = new List<TaskClaim>();
        for (var task = 1; task <= tasks; task++)
        {
            if (await ledger.ClaimAsync(RunId.Parse("run-1"), task, $"worker-{worker}", Cancel) is { Outcome: ClaimOutcome.Claimed, Claim: { } claim })
            {
                claims.Add(claim);
            }
        }

        return claims;
    }

    private async Task<MySqlLedger> PreparedAsync(DatabaseServer server, int tasks, TimeSpan? patience = null)
    {
        var ledger = MySqlLedgers.On(
            await server.CreateDatabaseAsync(Cancel), new LedgerOptions { Patience = patience ?? TimeSpan.FromSeconds(60), Lease = TimeSpan.FromMinutes(10) });
        await ledger.MigrateAsync(Cancel);
        await ledger.OpenRunAsync(_run, Settings, Cancel);
        var planned = Enumerable.Range(1, tasks)
            .Select(number => new PlannedTask([new Chunk(new FileEntry($"{number}.txt", 10, 0), 0, 0, 10)])).ToList();
        await ledger.RegisterAsync(_run, planned, [], Cancel);
        return ledger;
    }
}
