using System.Diagnostics;
using System.Globalization;

namespace PlanetGraph.Testing.Processes;

/// <summary>
/// A server's process that cannot outlive the test run: a small shell beside it holds a pipe of this process, and when
/// the pipe closes, however this process ended, kills the server.
/// </summary>
internal sealed class LeashedProcess : IAsyncDisposable
{
    // The first line out is the server's own process id: exec keeps it.
    private const string Leash =
        """
        exec 3<&0
        ( echo "$BASHPID"; exec "$@" ) </dev/null 3<&- &
        server=$!
        ( read -r _ <&3; kill -9 "$server" ) 2>/dev/null &
        reader=$!
        wait "$server"; code=$?
        kill "$reader" 2>/dev/null
        exit "$code"
        """;

    private readonly Process _shell;

    private LeashedProcess(Process shell) => _shell = shell;

    public int Id { get; private set; }

    public Output Output { get; } = new();

    public bool HasExited => _shell.HasExited;

    public static async Task<LeashedProcess> StartAsync(
        string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?> environment, CancellationToken cancel)
    {
        var start = new ProcessStartInfo("bash", ["-c", Leash, "leash", program, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (key, value) in environment)
        {
            start.Environment[key] = value;
        }

        var shell = new Process { StartInfo = start };
        var leashed = new LeashedProcess(shell);
        var first = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        shell.OutputDataReceived += (_, line) =>
        {
            if (!first.TrySetResult(line.Data))
            {
                leashed.Output.Add(line.Data);
            }
        };
        shell.ErrorDataReceived += (_, line) => leashed.Output.Add(line.Data);
        shell.Start();
        shell.BeginErrorReadLine();
        shell.BeginOutputReadLine();
        var id = await first.Task.WaitAsync(cancel) ?? throw new InvalidOperationException($"{program} did not start: {leashed.Output}");
        leashed.Id = int.Parse(id, CultureInfo.InvariantCulture);
        return leashed;
    }

    public void Terminate() => Signal.Terminate(Id);

    public void Freeze() => Signal.Freeze(Id);

    public void Continue() => Signal.Continue(Id);

    public async Task KillAsync()
    {
        if (!_shell.HasExited)
        {
            Signal.Kill(Id);
            await _shell.WaitForExitAsync();
        }
    }

    public Task WaitForExitAsync(CancellationToken cancel = default) => _shell.WaitForExitAsync(cancel);

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _shell.Dispose();
    }
}
