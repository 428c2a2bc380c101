namespace PlanetGraph.Service.Dictionary;

/// <summary>The tables of the dictionary: one for each kind, all with the same columns. docs/dictionary.md shows them.</summary>
internal static class DictionaryTables
{
    /// <summary>The table of a kind.</summary>
    public static string Of(string kind) => $"planetgraph_{kind}";

    /// <summary>Makes a table; MySQL 5.7 and newer, MariaDB 10.3 and newer.</summary>
    public static string Create(string table) =>
        $"""
        CREATE TABLE IF NOT EXISTS {table} (
          id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
          name VARCHAR(100) NOT NULL,
          official VARCHAR(100) NULL,
          province VARCHAR(100) NULL,
          city VARCHAR(100) NULL,
          region VARCHAR(100) NULL,
          town VARCHAR(100) NULL,
          note VARCHAR(255) NULL
        ) DEFAULT CHARACTER SET utf8mb4
        """;

    /// <summary>Reads a table.</summary>
    public static string Select(string table) =>
        $"SELECT CAST(id AS CHAR) AS id, name, official, province, city, region, town FROM {table} ORDER BY {table}.id";
}
