using System.Net;
using MySqlConnector;
using PlanetGraph.Testing.Processes;
using PlanetGraph.Testing.Servers;

namespace PlanetGraph.Integration.Tests.Servers;

/// <summary>The fault tests mean nothing if the servers they hurt do not behave as servers do.</summary>
public sealed class ServerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Kill_MariaDbThenStarted_KeepsItsDataOnTheSamePort()
    {
        await using var server = await DatabaseServer.StartNewAsync(cancel: Cancel);
        var database = await server.CreateDatabaseAsync(Cancel);
        await ExecuteAsync(database, "CREATE TABLE t (id INT PRIMARY KEY) ENGINE=InnoDB; INSERT INTO t VALUES (7)");

        await server.KillAsync(Cancel);
        Assert.False(await LoopbackPort.AcceptsAsync(server.Port));
        await server.StartAsync(Cancel);

        Assert.Equal(7, await ScalarAsync(database, "SELECT id FROM t"));
    }

    [Fact]
    public async Task WipeData_RabbitMqKilled_ComesBackEmptyOnTheSamePort()
    {
        await using var server = await RabbitMqServer.StartNewAsync(cancel: Cancel);
        var virtualHost = await server.CreateVirtualHostAsync(Cancel);
        Assert.Empty(await server.QueuesAsync(virtualHost, Cancel));

        await server.KillAsync(Cancel);
        Assert.False(await LoopbackPort.AcceptsAsync(server.Port));
        await server.WipeDataAsync(Cancel);
        await server.StartAsync(Cancel);

        var gone = await Assert.ThrowsAsync<HttpRequestException>(() => server.QueuesAsync(virtualHost, Cancel));
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task Freeze_Nginx_AnswersOnlyAfterContinue()
    {
        using var data = new TemporaryFolder("nginx-data");
        await using var server = await NginxServer.StartNewAsync(data.Path, "run", Cancel);
        using var client = new HttpClient { BaseAddress = server.BaseAddress };

        await server.FreezeAsync(Cancel);
        using var frozen = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var answer = client.GetAsync("healthz", frozen.Token);
        Assert.True(await LoopbackPort.AcceptsAsync(server.Port));
        Assert.False(answer.IsCompleted);
        await server.ContinueAsync(Cancel);

        using var message = await answer;
        Assert.Equal(HttpStatusCode.OK, message.StatusCode);
    }

    private static async Task ExecuteAsync(string database, string statements)
    {
        await using var connection = new MySqlConnection(database);
        await connection.OpenAsync(Cancel);
        await using var command = new MySqlCommand(statements, connection);
        await command.ExecuteNonQueryAsync(Cancel);
    }

    private static async Task<int> ScalarAsync(string database, string statement)
    {
        MySqlConnection.ClearAllPools();
        await using var connection = new MySqlConnection(database);
        await connection.OpenAsync(Cancel);
        await using var command = new MySqlCommand(statement, connection);
        return Convert.ToInt32(await command.ExecuteScalarAsync(Cancel), System.Globalization.CultureInfo.InvariantCulture);
    }
}
