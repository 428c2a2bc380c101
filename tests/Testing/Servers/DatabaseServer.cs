using MySqlConnector;
using PlanetGraph.Testing.Processes;
using PlanetGraph.Testing.Servers.Databases;
using PlanetGraph.Testing.Servers.Programs;

namespace PlanetGraph.Testing.Servers;

/// <summary>A real MariaDB or MySQL. Every test takes a database and an account of its own.</summary>
public sealed class DatabaseServer : Server
{
    private static readonly Dictionary<DatabaseEdition, (DatabaseProgram Program, string Image)> Editions = new()
    {
        [DatabaseEdition.MariaDb] = (new MariaDbProgram(new ThisMachine()), "mariadb:10.11"),
        [DatabaseEdition.MySql56] = (new MySql56Program(), "mysql:5.6"),
        [DatabaseEdition.MariaDbTrixie] = (new MariaDbProgram(new DebianSuite("trixie")), "mariadb:11.8"),
        [DatabaseEdition.MySqlSid] = (new MySqlProgram(new DebianSuite("sid")), "mysql:9"),
    };

    private DatabaseServer(IServerHost host, int port) : base(host) => Port = port;

    /// <summary>The port on 127.0.0.1.</summary>
    public int Port { get; }

    private string Administrator => new MySqlConnectionStringBuilder
    {
        Server = "127.0.0.1", Port = (uint)Port, UserID = "root", Pooling = false, ConnectionTimeout = 5,
    }.ConnectionString;

    /// <summary>Starts a server with no data.</summary>
    /// <param name="edition">Which one; null leaves it to <see cref="ServerEditions"/>.</param>
    /// <param name="cancel">Gives up the start.</param>
    public static async Task<DatabaseServer> StartNewAsync(DatabaseEdition? edition = null, CancellationToken cancel = default)
    {
        var port = LoopbackPort.Free();
        var (program, image) = Editions[edition ?? ServerEditions.Database];
        IServerHost host = program.Origin is { } origin
            ? new ProcessHost(origin, program.Name, (folder, token) => program.StartAsync(folder, port, token))
            : new ContainerHost(image, container => container.WithPortBinding(port, 3306)
                .WithEnvironment("MARIADB_ALLOW_EMPTY_ROOT_PASSWORD", "1").WithEnvironment("MYSQL_ALLOW_EMPTY_PASSWORD", "1"));
        return await StartedAsync(new DatabaseServer(host, port), cancel);
    }

    /// <summary>What the server says it is: 10.11.11-MariaDB, 5.6.24.</summary>
    public async Task<string> VersionAsync(CancellationToken cancel = default)
    {
        await using var connection = new MySqlConnection(Administrator);
        await connection.OpenAsync(cancel);
        await using var command = new MySqlCommand("SELECT VERSION()", connection);
        return (string)(await command.ExecuteScalarAsync(cancel))!;
    }

    /// <summary>Makes a database and an account that may use only it, and gives the connection string.</summary>
    public async Task<string> CreateDatabaseAsync(CancellationToken cancel = default)
    {
        // 5.6 allows an account's name 16 characters.
        var name = $"pg_{Guid.NewGuid():n}"[..16];
        await ExecuteAsync($"CREATE DATABASE {name}; CREATE USER '{name}'@'%' IDENTIFIED BY 'of-the-tests'; GRANT ALL ON {name}.* TO '{name}'@'%'", cancel);
        return ConnectionString(name, name);
    }

    /// <summary>Makes an account that may only read a database, and gives the connection string.</summary>
    public async Task<string> CreateReaderAsync(string database, CancellationToken cancel = default)
    {
        var name = $"rd_{Guid.NewGuid():n}"[..16];
        await ExecuteAsync($"CREATE USER '{name}'@'%' IDENTIFIED BY 'of-the-tests'; GRANT SELECT ON {database}.* TO '{name}'@'%'", cancel);
        return ConnectionString(database, name);
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

    private string ConnectionString(string database, string account) => new MySqlConnectionStringBuilder
    {
        Server = "127.0.0.1", Port = (uint)Port, Database = database, UserID = account, Password = "of-the-tests",
    }.ConnectionString;

    private async Task ExecuteAsync(string statements, CancellationToken cancel)
    {
        await using var connection = new MySqlConnection(Administrator);
        await connection.OpenAsync(cancel);
        await using var command = new MySqlCommand(statements, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
