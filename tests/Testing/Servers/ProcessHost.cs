using PlanetGraph.Testing.Processes;

namespace PlanetGraph.Testing.Servers;

/// <summary>A server as a process of this machine, with its data in a temporary folder.</summary>
/// <param name="origin">The program's path.</param>
/// <param name="name">What it is called in messages and in the folder's name.</param>
/// <param name="start">Starts the process on what is in the folder, and fills the folder first if it is empty.</param>
internal sealed class ProcessHost(string origin, string name, Func<TemporaryFolder, CancellationToken, Task<LeashedProcess>> start) : IServerHost
{
    private readonly TemporaryFolder _folder = new(name);
    private LeashedProcess? _process;

    public string Origin => origin;

    public string Log => _process?.Output.Tail(60) ?? "";

    public bool HasExited => _process?.HasExited ?? true;

    private LeashedProcess Running => _process ?? throw new InvalidOperationException($"{name} was not started.");

    public async Task StartAsync(CancellationToken cancel)
    {
        if (_process is { } before)
        {
            await before.DisposeAsync();
        }

        _process = await start(_folder, cancel);
    }

    public async Task StopAsync(CancellationToken cancel)
    {
        Running.Terminate();
        await Running.WaitForExitAsync(cancel);
    }

    public Task KillAsync(CancellationToken cancel) => Running.KillAsync();

    public Task FreezeAsync(CancellationToken cancel)
    {
        Running.Freeze();
        return Task.CompletedTask;
    }

    public Task ContinueAsync(CancellationToken cancel)
    {
        Running.Continue();
        return Task.CompletedTask;
    }

    public Task WipeAsync(CancellationToken cancel)
    {
        if (!HasExited)
        {
            throw new InvalidOperationException($"{name} still runs: stop or kill it before its data is wiped.");
        }

        Directory.Delete(_folder.Path, recursive: true);
        Directory.CreateDirectory(_folder.Path);
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { } process)
        {
            await process.DisposeAsync();
        }

        _folder.Dispose();
    }
}
