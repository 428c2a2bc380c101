using System.Diagnostics;
using PlanetGraph.Testing.Processes;
using PlanetGraph.Testing.Servers.Programs;

namespace PlanetGraph.Testing.Servers.Databases;

/// <summary>
/// A database server's program. Its empty data folder is made once in a test process, copied for each server, and gone with the process.
/// </summary>
internal abstract class DatabaseProgram
{
    private readonly Lazy<Task<string>> _template;

    protected DatabaseProgram() => _template = new Lazy<Task<string>>(MakeTemplateAsync);

    /// <summary>What it is called in messages and in folders' names.</summary>
    public abstract string Name { get; }

    /// <summary>Where the program is from, for a person; null when it is not to be had on this machine.</summary>
    public abstract string? Origin { get; }

    /// <summary>Native AIO is a kernel resource that many servers on one machine use up; a name for 127.0.0.1 would have accounts apart.</summary>
    protected static string[] Common(string data) =>
        ["--no-defaults", $"--datadir={data}", $"--user={Environment.UserName}", "--skip-name-resolve", "--innodb-use-native-aio=OFF"];

    protected static ProcessStartInfo Command(IProgramSource source, string program, IEnumerable<string> arguments)
    {
        var (started, all) = source.Command(program, arguments);
        return new ProcessStartInfo(started, all);
    }

    /// <summary>Starts a server on its data, which is made first if there is none.</summary>
    public async Task<LeashedProcess> StartAsync(TemporaryFolder folder, int port, CancellationToken cancel)
    {
        if (!Directory.Exists(folder["data"]))
        {
            Copy(await _template.Value, folder["data"]);
        }

        var start = Server(folder["data"]);
        return await LeashedProcess.StartAsync(
            start.FileName,
            [
                .. start.ArgumentList, $"--port={port}", "--bind-address=127.0.0.1", $"--socket={folder["socket"]}", $"--pid-file={folder["pid"]}",
                "--innodb-buffer-pool-size=64M", "--innodb-flush-log-at-trx-commit=2",
            ],
            start.Environment.AsReadOnly(), cancel);
    }

    /// <summary>The server's command but for what one server has of its own.</summary>
    protected abstract ProcessStartInfo Server(string data);

    /// <summary>The command that fills an empty data folder, with root free to log in from 127.0.0.1, and what it reads from its input.</summary>
    protected abstract (ProcessStartInfo Start, string Input) Installer(string data);

    private async Task<string> MakeTemplateAsync()
    {
        var folder = new TemporaryFolder($"{Name}-template");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        var (start, input) = Installer(folder["data"]);
        (start.RedirectStandardInput, start.RedirectStandardOutput, start.RedirectStandardError) = (true, true, true);
        using var install = Process.Start(start)!;
        var (output, errors) = (install.StandardOutput.ReadToEndAsync(), install.StandardError.ReadToEndAsync());
        await install.StandardInput.WriteAsync(input);
        install.StandardInput.Close();
        await install.WaitForExitAsync();
        return install.ExitCode == 0
            ? folder["data"]
            : throw new ServerException($"{start.FileName} failed with {install.ExitCode}:\n{await output}\n{await errors}");
    }

    private static void Copy(string template, string data)
    {
        Directory.CreateDirectory(data);
        foreach (var folder in Directory.EnumerateDirectories(template, "*", SearchOption.AllDirectories))
        {
            Directory.CreateDirectory(Path.Combine(data, Path.GetRelativePath(template, folder)));
        }

        foreach (var file in Directory.EnumerateFiles(template, "*", SearchOption.AllDirectories))
        {
            File.Copy(file, Path.Combine(data, Path.GetRelativePath(template, file)));
        }
    }
}
