using System.Diagnostics;
using PlanetGraph.Testing.Processes;

namespace PlanetGraph.Testing.Servers;

/// <summary>A data folder of MariaDB as its installer leaves it: made once in a test process, copied for each server, gone with the process.</summary>
internal static class MariaDbTemplate
{
    private static readonly Lazy<Task<string>> Folder = new(MakeAsync);

    /// <summary>What installer and server must agree on. Native AIO is a kernel resource that many servers on one machine use up.</summary>
    public static string[] SharedArguments(string data) =>
    [
        "--no-defaults", $"--datadir={data}", $"--user={Environment.UserName}", "--skip-name-resolve", "--innodb-log-file-size=8M",
        "--innodb-use-native-aio=OFF",
    ];

    /// <summary>Fills a folder that does not exist yet.</summary>
    public static async Task CopyToAsync(string data)
    {
        var template = await Folder.Value;
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

    private static async Task<string> MakeAsync()
    {
        var folder = new TemporaryFolder("mariadb-template");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        var program = InstalledProgram.Find("mariadb-install-db", "mysql_install_db")
            ?? throw new ServerException("mariadb-install-db is not on PATH: run eng/install-servers.");
        string[] arguments = [.. SharedArguments(folder["data"]), "--auth-root-authentication-method=normal", "--skip-test-db"];
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var install = Process.Start(start)!;
        var (output, errors) = (install.StandardOutput.ReadToEndAsync(), install.StandardError.ReadToEndAsync());
        await install.WaitForExitAsync();
        return install.ExitCode == 0
            ? folder["data"]
            : throw new ServerException($"{program} failed with {install.ExitCode}:\n{await output}\n{await errors}");
    }
}
