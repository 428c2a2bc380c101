using System.Diagnostics;

namespace PlanetGraph.Testing.Processes;

/// <summary>One of our programs as a user runs it: a process with arguments, environment, signals, output and an exit code.</summary>
public sealed class ProgramProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ProgramProcess(string name, Process process)
    {
        Name = name;
        _process = process;
    }

    public string Name { get; }

    public int Id => _process.Id;

    /// <summary>What it wrote to its standard output and error, together.</summary>
    public Output Output { get; } = new();

    public bool HasExited => _process.HasExited;

    /// <summary>Starts a program with the arguments and, added to this process's own, the environment variables.</summary>
    public static ProgramProcess Start(
        string name, string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null, string? folder = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = folder ?? "",
        };
        foreach (var (key, value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[key] = value;
        }

        var process = new Process { StartInfo = start };
        var started = new ProgramProcess(name, process);
        process.OutputDataReceived += (_, line) => started.Output.Add(line.Data);
        process.ErrorDataReceived += (_, line) => started.Output.Add(line.Data);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return started;
    }

    public void Terminate() => Signal.Terminate(Id);

    public void Freeze() => Signal.Freeze(Id);

    public void Continue() => Signal.Continue(Id);

    /// <summary>SIGKILL, and waits until the process is gone.</summary>
    public async Task KillAsync()
    {
        Signal.Kill(Id);
        await _process.WaitForExitAsync();
    }

    /// <summary>Waits for the end and gives the exit code; a process ended by SIGKILL gives 137.</summary>
    /// <exception cref="TimeoutException">It still runs at the deadline; the message has its last lines.</exception>
    public async Task<int> ExitCodeAsync(TimeSpan? deadline = null)
    {
        await Eventually.HoldsAsync(() => _process.HasExited, $"{Name} (process {Id}) ends", deadline, () => Output.Tail());
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    /// <summary>Ends the process if it still runs.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }
}
