using System.Globalization;
using MySqlConnector;
using PlanetGraph.Testing.Processes;

namespace PlanetGraph.Testing.Servers;

/// <summary>A real MariaDB. Every test takes a database and an account of its own.</summary>
public sealed class MariaDbServer : Server
{
    private const string Image = "mariadb:10.11";

    private MariaDbServer(IServerHost host, int port) : base(host) => Port = port;

    /// <summary>The port on 127.0.0.1.</summary>
    public int Port { get; }

    private string Administrator => new MySqlConnectionStringBuilder
    {
        Server = "127.0.0.1", Port = (uint)Port, UserID = "root", Pooling = false, ConnectionTimeout = 5,
    }.ConnectionString;

    /// <summary>Starts a server with no data.</summary>
    public static async Task<MariaDbServer> StartNewAsync(CancellationToken cancel = default)
    {
        var port = LoopbackPort.Free();
        IServerHost host = InstalledProgram.Find("mariadbd", "mysqld") is { } program
            ? new ProcessHost(program, "mariadb", (folder, token) => StartProcessAsync(program, folder, port, token))
            : new ContainerHost(Image, container => container.WithPortBinding(port, 3306).WithEnvironment("MARIADB_ALLOW_EMPTY_ROOT_PASSWORD", "1"));
        return await StartedAsync(new MariaDbServer(host, port), cancel);
    }

    /// <summary>Makes a database and an account that may use only it, and gives the connection string.</summary>
    public async Task<string> CreateDatabaseAsync(CancellationToken cancel = default)
    {
        var name = $"pg_{Guid.NewGuid():n}"[..20];
        await ExecuteAsync($"CREATE DATABASE {name}; CREATE USER '{name}'@'%' IDENTIFIED BY 'of-the-tests'; GRANT ALL ON {name}.* TO '{name}'@'%'", cancel);
        return new MySqlConnectionStringBuilder
        {
            Server = "127.0.0.1", Port = (uint)Port, Database = name, UserID = name, Password = "of-the-tests",
        }.ConnectionString;
    }

    /// <summary>Makes an account that may only read a database, and gives the connection string.</summary>
    public async Task<string> CreateReaderAsync(string database, CancellationToken cancel = default)
    {
        var name = $"rd_{Guid.NewGuid():n}"[..20];
        await ExecuteAsync($"CREATE USER '{name}'@'%' IDENTIFIED BY 'of-the-tests'; GRANT SELECT ON {database}.* TO '{name}'@'%'", cancel);
        return new MySqlConnectionStringBuilder
        {
            Server = "127.0.0.1", Port = (uint)Port, Database = database, UserID = name, Password = "of-the-tests",
        }.ConnectionString;
    }

    private protected override async Task<bool> IsReadyAsync(CancellationToken cancel)
    {
        try
        {
            await ExecuteAsync("SELECT 1", cancel);
            return true;
        }
        catch (MySqlException)
        {
            return false;
        }
    }

    private static async Task<LeashedProcess> StartProcessAsync(string program, TemporaryFolder folder, int port, CancellationToken cancel)
    {
        if (!Directory.Exists(folder["data"]))
        {
            await MariaDbTemplate.CopyToAsync(folder["data"]);
        }

        return await LeashedProcess.StartAsync(
            program,
            [
                .. MariaDbTemplate.SharedArguments(folder["data"]),
                string.Create(CultureInfo.InvariantCulture, $"--port={port}"), "--bind-address=127.0.0.1", $"--socket={folder["socket"]}",
                $"--pid-file={folder["pid"]}", "--skip-log-bin", "--innodb-buffer-pool-size=64M", "--innodb-flush-log-at-trx-commit=2",
            ],
            new Dictionary<string, string?>(), cancel);
    }

    private async Task ExecuteAsync(string statements, CancellationToken cancel)
    {
        await using var connection = new MySqlConnection(Administrator);
        await connection.OpenAsync(cancel);
        await using var command = new MySqlCommand(statements, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
