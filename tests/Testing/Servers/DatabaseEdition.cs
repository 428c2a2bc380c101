namespace PlanetGraph.Testing.Servers;

/// <summary>The database servers of the tests. Ledger and dictionary are one set of statements that must hold on all of them.</summary>
public enum DatabaseEdition
{
    /// <summary>The MariaDB that is installed; Debian 12 has 10.11.</summary>
    MariaDb,

    /// <summary>Oracle's MySQL 5.6.24 with 5.7's strict modes: no SKIP LOCKED, no JSON, no common table expressions.</summary>
    MySql56,

    /// <summary>The MariaDB of Debian 13.</summary>
    MariaDbTrixie,

    /// <summary>Oracle's newest MySQL, from Debian's unstable suite.</summary>
    MySqlSid,
}
