using PlanetGraph.Service.Dictionary;

namespace PlanetGraph.Service.Configuration;

/// <summary>The database with the customer's own dictionary.</summary>
public sealed class DatasourceOptions
{
    /// <summary>JDBC address of a MySQL database; null: no dictionary from a database.</summary>
    [Setting("spring.datasource.url", "MySQL database with the customer's dictionary, as `jdbc:mysql://host:3306/database`.", Default = "no dictionary")]
    [JdbcUrl]
    public string? Url { get; init; }

    /// <summary>User of the database.</summary>
    [Setting("spring.datasource.username", "User of that database.", Default = "none")]
    public string? Username { get; init; }

    /// <summary>Password of the database.</summary>
    [Setting("spring.datasource.password", "Password of that user; better as environment variable from a Secret.", Default = "none", Secret = true)]
    public string? Password { get; init; }
}
