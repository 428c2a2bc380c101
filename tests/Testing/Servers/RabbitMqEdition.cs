namespace PlanetGraph.Testing.Servers;

/// <summary>The RabbitMQ of the tests. Versions count deliveries, time out consumers and refuse arguments differently.</summary>
public enum RabbitMqEdition
{
    /// <summary>The one that is installed; Debian 12 has 3.10.</summary>
    Installed,

    /// <summary>Debian 13's 4.0.</summary>
    Trixie,

    /// <summary>The newest, from Debian's unstable suite.</summary>
    Sid,
}
