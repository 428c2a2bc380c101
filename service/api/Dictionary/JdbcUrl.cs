using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using System.Web;
using MySqlConnector;

namespace PlanetGraph.Service.Dictionary;

/// <summary>The address of a database as Java writes it: jdbc:mysql://host:3306/database?useSSL=false.</summary>
internal static partial class JdbcUrl
{
    private const uint DefaultPort = 3306;

    /// <summary>Turns the address into a connection string builder; the Java driver's options that mean something here are kept.</summary>
    public static bool TryParse(string? url, [NotNullWhen(true)] out MySqlConnectionStringBuilder? connection)
    {
        connection = null;
        if (url is null || Pattern().Match(url.Trim()) is not { Success: true } match)
        {
            return false;
        }

        var port = DefaultPort;
        if (match.Groups["port"].Success && (!uint.TryParse(match.Groups["port"].ValueSpan, out port) || port is 0 or > 65535))
        {
            return false;
        }

        connection = new MySqlConnectionStringBuilder
        {
            Server = match.Groups["host"].Value.Trim('[', ']'),
            Port = port,
            Database = Uri.UnescapeDataString(match.Groups["database"].Value),
            CharacterSet = "utf8mb4",
            ConnectionTimeout = 10,
            DefaultCommandTimeout = 60,
            ApplicationName = "planet-graph",
        };
        Apply(HttpUtility.ParseQueryString(match.Groups["options"].Value), connection);
        return true;
    }

    private static void Apply(System.Collections.Specialized.NameValueCollection options, MySqlConnectionStringBuilder connection)
    {
        connection.SslMode = (options["sslMode"]?.ToUpperInvariant(), options["useSSL"]?.ToUpperInvariant()) switch
        {
            ("DISABLED", _) or (null, "FALSE") => MySqlSslMode.Disabled,
            ("REQUIRED", _) => MySqlSslMode.Required,
            ("VERIFY_CA", _) => MySqlSslMode.VerifyCA,
            ("VERIFY_IDENTITY", _) => MySqlSslMode.VerifyFull,
            _ => MySqlSslMode.Preferred,
        };
        connection.AllowPublicKeyRetrieval = string.Equals(options["allowPublicKeyRetrieval"], "true", StringComparison.OrdinalIgnoreCase);
    }

    // jdbc:mysql://db.example:3306/planetgraph?useSSL=false ; also jdbc:mariadb: and an IPv6 host in brackets.
    [GeneratedRegex(@"^jdbc:(mysql|mariadb)://(?<host>\[[0-9A-Fa-f:.]+\]|[^/:?#@\s,]+)(:(?<port>[0-9]{1,5}))?/(?<database>[^/?#\s]+)(\?(?<options>\S*))?$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
