using System.Diagnostics;
using PlanetGraph.Testing.Servers.Programs;

namespace PlanetGraph.Testing.Servers.Databases;

/// <summary>Oracle's MySQL 8 and newer: initializes itself, makes its certificates, and knows accounts with caching_sha2_password only.</summary>
internal sealed class MySqlProgram(IProgramSource source) : DatabaseProgram
{
    private readonly string? _program = source.Find("mysqld");

    public override string Name => "mysql";

    public override string? Origin => _program is null ? null : source.Describe(_program);

    protected override ProcessStartInfo Server(string data) =>
        Command(source, _program!, [.. Common(data), "--innodb-redo-log-capacity=16M", "--skip-log-bin", "--mysqlx=OFF", "--secure-file-priv=NULL", "--performance-schema=OFF"]);

    protected override (ProcessStartInfo Start, string Input) Installer(string data)
    {
        var accounts = data + ".sql";
        File.WriteAllText(accounts, "CREATE USER root@'127.0.0.1'; GRANT ALL ON *.* TO root@'127.0.0.1' WITH GRANT OPTION;\n");
        return (Command(source, _program!, [.. Common(data), "--initialize-insecure", $"--init-file={accounts}"]), "");
    }
}
