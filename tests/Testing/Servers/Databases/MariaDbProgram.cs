using System.Diagnostics;
using PlanetGraph.Testing.Servers.Programs;

namespace PlanetGraph.Testing.Servers.Databases;

/// <summary>MariaDB as Debian packs it.</summary>
internal sealed class MariaDbProgram(IProgramSource source) : DatabaseProgram
{
    private readonly string? _program = source.Find("mariadbd", "mysqld");

    public override string Name => "mariadb";

    public override string? Origin => _program is null ? null : source.Describe(_program);

    protected override ProcessStartInfo Server(string data) => Command(source, _program!, [.. Shared(data), "--skip-log-bin"]);

    protected override (ProcessStartInfo Start, string Input) Installer(string data)
    {
        var program = source.Find("mariadb-install-db", "mysql_install_db")
            ?? throw new ServerException("mariadb-install-db is not on PATH: run eng/install-servers.");
        return (Command(source, program, [.. Shared(data), "--auth-root-authentication-method=normal", "--skip-test-db"]), "");
    }

    private static string[] Shared(string data) => [.. Common(data), "--innodb-log-file-size=8M"];
}
