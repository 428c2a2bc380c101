using System.ComponentModel.DataAnnotations;

namespace PlanetGraph.Batch.Ledger.MySql;

/// <summary>Section <c>Ledger</c>: where the database of publisher and workers is. MySQL 5.7 or newer, MariaDB 10.3 or newer.</summary>
public sealed class MySqlOptions
{
    /// <summary>The database's host name. Required.</summary>
    [Required(AllowEmptyStrings = false, ErrorMessage = "Ledger:Host is empty; it names the host of the MySQL that keeps the ledger.")]
    public string Host { get; set; } = "";

    /// <summary>Default: 3306.</summary>
    [Range(1, 65535)]
    public int Port { get; set; } = 3306;

    /// <summary>The database, which exists; its tables are made by the publisher. Default: <c>planet_graph_batch</c>.</summary>
    [Required]
    public string Database { get; set; } = "planet_graph_batch";

    /// <summary>An account that may create and alter tables in the database. Required.</summary>
    [Required(AllowEmptyStrings = false, ErrorMessage = "Ledger:Username is empty; it names the account for the ledger's database.")]
    public string Username { get; set; } = "";

    /// <summary>The account's password; an empty one is taken as it is.</summary>
    public string Password { get; set; } = "";

    /// <summary>How long one statement may take before the connection is given up and the statement is tried again. Default: 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan StatementTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Connections of one process at most. Default: 16.</summary>
    [Range(1, 1000)]
    public int MaximumConnections { get; set; } = 16;
}
