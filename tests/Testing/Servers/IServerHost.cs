namespace PlanetGraph.Testing.Servers;

/// <summary>What carries a server: a process of this machine, or a container. Everything a fault test does to a server goes through it.</summary>
internal interface IServerHost : IAsyncDisposable
{
    /// <summary>Where the server comes from, for a person: the program's path or the image.</summary>
    string Origin { get; }

    /// <summary>The server's last words, for the message of a failure.</summary>
    string Log { get; }

    /// <summary>Whether the server has ended by itself.</summary>
    bool HasExited { get; }

    /// <summary>Starts the server with the data it had, on the same ports. Ready is asked for elsewhere.</summary>
    Task StartAsync(CancellationToken cancel);

    /// <summary>An orderly end.</summary>
    Task StopAsync(CancellationToken cancel);

    /// <summary>SIGKILL.</summary>
    Task KillAsync(CancellationToken cancel);

    Task FreezeAsync(CancellationToken cancel);

    Task ContinueAsync(CancellationToken cancel);

    /// <summary>Forgets all data of a stopped or killed server.</summary>
    Task WipeAsync(CancellationToken cancel);
}
