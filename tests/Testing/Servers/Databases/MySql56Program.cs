using System.Diagnostics;
using PlanetGraph.Testing.Servers.Programs;

namespace PlanetGraph.Testing.Servers.Databases;

/// <summary>
/// Oracle's MySQL 5.6.24 from the npm package that eng/install-mysql fetched. It stands in for 5.7, whose strict modes it is given: what
/// holds here, with the shorter index keys of 5.6 and without the functions that 5.7 added, holds there.
/// </summary>
internal sealed class MySql56Program : DatabaseProgram
{
    private const string ModesOf57 =
        "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION";

    private static readonly string Folder = Cache.Folder("mysql", "5.6.24");

    public override string Name => "mysql-5.6";

    public override string? Origin => File.Exists(Path.Combine(Folder, "mysqld")) ? Path.Combine(Folder, "mysqld") : null;

    protected override ProcessStartInfo Server(string data) => Command(
        data, $"--sql-mode={ModesOf57}", "--performance-schema=OFF");

    protected override (ProcessStartInfo Start, string Input) Installer(string data)
    {
        Directory.CreateDirectory(Path.Combine(data, "mysql"));
        string[] scripts = ["mysql_system_tables.sql", "mysql_system_tables_data.sql"];
        return (Command(data, "--bootstrap"), "USE mysql;\n" + string.Concat(scripts.Select(script => File.ReadAllText(Path.Combine(Folder, "share", script)))));
    }

    private static ProcessStartInfo Command(string data, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(Folder, "mysqld"),
        [
            .. Common(data), $"--basedir={Folder}", $"--lc-messages-dir={Path.Combine(Folder, "share")}",
            $"--character-sets-dir={Path.Combine(Folder, "share", "charsets")}", "--innodb-log-file-size=8M", .. arguments,
        ]);
        // The package brings the one library that not every machine has.
        start.Environment["LD_LIBRARY_PATH"] = Folder;
        return start;
    }
}
